/** What the reference shows of the OpenAPI document. */
export interface ApiReference {
  readonly groups: readonly ApiGroup[];
  readonly schemas: readonly ApiSchema[];
}

export interface ApiGroup {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly ApiOperation[];
}

export interface ApiOperation {
  readonly id: string;
  /** "POST". */
  readonly method: string;
  /** "/v2/models/{model}". */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly samples: readonly ApiSample[];
  readonly body: readonly ApiMedia[];
  readonly answers: readonly ApiAnswer[];
}

/** A line for a shell. */
export interface ApiSample {
  readonly label: string;
  readonly source: string;
}

export interface ApiAnswer {
  /** "200", or "default". */
  readonly status: string;
  readonly description: string;
  readonly media: readonly ApiMedia[];
}

export interface ApiMedia {
  /** "application/json". */
  readonly type: string;
  /** null where it is no JSON. */
  readonly schema: ApiType | null;
}

export interface ApiSchema {
  readonly name: string;
  readonly description: string;
  /** What it may be: its fields where it is an object. */
  readonly forms: readonly ApiForm[];
}

export type ApiForm =
  | { readonly kind: "fields"; readonly fields: readonly ApiField[] }
  | { readonly kind: "type"; readonly type: ApiType };

export interface ApiField {
  /** Of fields within fields the whole way: "model.name", "inputs[].shape". */
  readonly name: string;
  readonly type: ApiType;
  readonly isRequired: boolean;
  readonly description: string;
}

/** A type in words, in which other schemas are named. */
export type ApiType = readonly (string | { readonly schema: string })[];
