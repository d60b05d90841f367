/** The fields an edit may name; those it leaves out stay as they are. */
export type Patch<Fields> = { [Field in keyof Fields]?: Fields[Field] | undefined };
