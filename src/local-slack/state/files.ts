import type { Identifiers } from './identifiers.ts';

/** A file that was uploaded and shared. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** A file from the request for its address on. */
interface Upload {
  readonly id: string;
  readonly name: string;
  /** As it was announced, in bytes. */
  readonly length: number;
  bytes: Uint8Array | undefined;
  shared: SharedFile | undefined;
}

/** The files of the workspace. Each is announced, uploaded to an address of its own, and shared once. */
export class Files {
  readonly #identifiers: Identifiers;
  readonly #byId = new Map<string, Upload>();
  readonly #bySecret = new Map<string, Upload>();

  constructor(identifiers: Identifiers) {
    this.#identifiers = identifiers;
  }

  /** `secret` is the end of the address that takes its bytes. */
  announce(name: string, length: number): { readonly id: string; readonly secret: string } {
    const id = this.#identifiers.nextId('F');
    const secret = this.#identifiers.newSecret();
    const upload = { id, name, length, bytes: undefined, shared: undefined };
    this.#byId.set(id, upload);
    this.#bySecret.set(secret, upload);
    return { id, secret };
  }

  /** Takes the bytes of a file, once and only as many as were announced. */
  receive(secret: string, bytes: Uint8Array): 'taken' | 'unknown' | 'wrong length' {
    const upload = this.#bySecret.get(secret);
    if (upload === undefined || upload.bytes !== undefined) return 'unknown';
    if (bytes.length !== upload.length) return 'wrong length';
    upload.bytes = bytes;
    return 'taken';
  }

  /** Whether its bytes are there and nobody has shared it: Slack shares a file once. */
  isShareable(id: string): boolean {
    const upload = this.#byId.get(id);
    return upload?.bytes !== undefined && upload.shared === undefined;
  }

  /** Shares a file that is shareable. */
  share(id: string, title: string | undefined): SharedFile {
    const upload = this.#byId.get(id);
    if (upload?.bytes === undefined) throw new Error(`The file ${id} has no bytes. Call isShareable first.`);
    upload.shared = { id, name: upload.name, title: title ?? upload.name, bytes: upload.bytes };
    return upload.shared;
  }

  /** Returns undefined if it was not shared. */
  findShared(id: string): SharedFile | undefined {
    return this.#byId.get(id)?.shared;
  }
}
