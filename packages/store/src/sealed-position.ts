import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
/** Drawn at once: a draw costs more than its bytes. */
const NONCES_DRAWN = 256;

/**
 * Hides a position of the log in a token that only the server can open. Two tokens of one position differ, and none
 * can be compared: the gaps between positions would tell of events that the reader may not know of.
 */
export class PositionSeal {
  private readonly drawn = Buffer.alloc(NONCE * NONCES_DRAWN);
  private used = NONCES_DRAWN;

  constructor(private readonly key: Buffer) {}

  seal(position: number): string {
    const nonce = this.nextNonce();
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const body = Buffer.alloc(8);
    body.writeBigUInt64BE(BigInt(position));
    return Buffer.concat([nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** The position; undefined where the token was not made by this server. */
  open(token: string): number | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== NONCE + 8 + TAG) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE + 8));
    try {
      const body = Buffer.concat([decipher.update(bytes.subarray(NONCE, NONCE + 8)), decipher.final()]);
      return Number(body.readBigUInt64BE());
    } catch {
      return undefined;
    }
  }

  private nextNonce(): Buffer {
    if (this.used === NONCES_DRAWN) {
      randomFillSync(this.drawn);
      this.used = 0;
    }
    const begin = NONCE * this.used++;
    return this.drawn.subarray(begin, begin + NONCE);
  }
}
