import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FilledIn } from '../model/case/documents.ts';
import type { Notebook } from '../gateway/contract.ts';
import { notebookContext } from '../ui/contexts.ts';
import { seenAgain } from '../ui/picture.ts';
import { base64Of, blobOf } from '../ui/bytes.ts';
import type { Begun, KeptFile } from './intake.ts';

/** Nobody writes down every letter; milliseconds. */
const PAUSE = 600;

type Page = {
  readonly forms: readonly FilledIn[];
  readonly files: readonly Omit<KeptFile, 'blob' | 'preview'>[];
};

/**
 * Writes down in the notebook of the scope what is filled in, a moment after it was, and finds it again. A full disk or a
 * page that may keep no secrets is no reason to stop anybody.
 */
export class Jotting implements ReactiveController {
  #notebook: Notebook | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Files are written once. */
  readonly #written = new Set<string>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    new ContextConsumer(host, {
      context: notebookContext,
      subscribe: true,
      callback: (notebook) => (this.#notebook = notebook),
    });
    host.addController(this);
  }

  /** Whoever goes, goes with what they have not put down yet. */
  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  async find(page: string): Promise<Begun | undefined> {
    const found = (await this.#try((book) => book.read(page))) as Page | undefined;
    if (!found) return undefined;
    const files = await Promise.all(
      found.files.map(async (file): Promise<KeptFile[]> => {
        const data = (await this.#try((book) => book.read(fileAt(page, file.id)))) as
          string | undefined;
        if (!data) return [];
        this.#written.add(file.id);
        return [await seenAgain({ ...file, blob: blobOf(file.type, data) })];
      }),
    );
    return { forms: found.forms, files: files.flat() };
  }

  /** Writes down in a moment what there is then. */
  soon(page: string, now: () => Begun | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const begun = now();
      if (begun) void this.#write(page, begun);
    }, PAUSE);
  }

  async tear(page: string): Promise<void> {
    clearTimeout(this.#timer);
    this.#written.clear();
    await this.#try((book) => book.tear(page));
  }

  async #write(page: string, { forms, files }: Begun): Promise<void> {
    for (const { id, blob } of files) {
      if (this.#written.has(id)) continue;
      this.#written.add(id);
      const data = await base64Of(blob);
      await this.#try((book) => book.write(fileAt(page, id), data));
    }
    const listed = files.map(({ blob: _, preview: __, ...file }) => file);
    await this.#try((book) => book.write(page, { forms, files: listed } satisfies Page));
  }

  async #try<Done>(work: (book: Notebook) => Promise<Done>): Promise<Done | undefined> {
    if (!this.#notebook) return undefined;
    return work(this.#notebook).catch(() => undefined);
  }
}

const fileAt = (page: string, id: string): string => `${page}/${id}`;
