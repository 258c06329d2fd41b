/** Lets one loop sleep until it is rung or a time has passed; a ring while it is at work is not lost. */
export class Wake {
  private rung = false;
  private wakeUp: (() => void) | undefined;

  ring = (): void => {
    this.rung = true;
    this.wakeUp?.();
  };

  async sleep(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
    this.wakeUp = undefined;
  }
}
