import { readContent } from '@mofan/rubric/content';
import { loadParsed } from '@mofan/rubric/load';
import type { ClientBase, Pool } from 'pg';
import { sha256 } from './hash.ts';
import { rubricLibrary, type RubricVersion } from './rubric-library.ts';

/** A version by its name and its hash. */
export interface ListedRubric {
  hash: string;
  id: string;
  version: string;
  /** null: the program carries it */
  publishedOn: string | null;
}

/** By hash: content never changes under it, so that each is read and compiled once in a process. */
const published = new Map<string, RubricVersion>();

/** Every version there is: those that the program carries and those that were published here. */
export class Rubrics {
  /** `models`: where the published ones are listed; without it there are none. */
  constructor(private readonly models?: ClientBase | Pool) {}

  async find(hash: string): Promise<RubricVersion | undefined> {
    const known = rubricLibrary.get(hash) ?? published.get(hash);
    if (known || !this.models) return known;
    const { rows } = await this.models.query<{ content: unknown }>({
      name: 'rubric-version',
      text: 'select content from rubric_version where hash = $1',
      values: [hash],
    });
    if (!rows[0]) return undefined;
    const { rubric, canonical } = readContent(rows[0].content);
    if (sha256(canonical) !== hash) throw new Error(`the content of the rubric version ${hash} is another's`);
    const version = { hash, compiled: loadParsed(rubric, 'all') };
    published.set(hash, version);
    return version;
  }

  /** The version that a cycle pinned. Throws when it is not there: its figures would be guesses. */
  async pinned(hash: string): Promise<RubricVersion> {
    const version = await this.find(hash);
    if (!version) throw new Error(`the rubric version ${hash} is neither carried nor published`);
    return version;
  }

  /** The published ones first, the latest of them first of all. */
  async list(): Promise<ListedRubric[]> {
    const carried = [...rubricLibrary.values()].map(
      ({
        hash,
        compiled: {
          published: { id, version },
        },
      }) => ({
        hash,
        id,
        version,
        publishedOn: null,
      }),
    );
    return [...(await this.listPublished()), ...carried];
  }

  private async listPublished(): Promise<ListedRubric[]> {
    if (!this.models) return [];
    const { rows } = await this.models.query<ListedRubric>(
      `select hash, rubric_id as id, version, to_char(published_on, 'YYYY-MM-DD') as "publishedOn"
       from rubric_version order by position desc`,
    );
    return rows;
  }
}
