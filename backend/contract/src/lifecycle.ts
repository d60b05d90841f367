/** A transition table: for every state, which command leads to which state. A state with no commands is terminal. */
type TransitionTable<Table> = { readonly [State in keyof Table]: Readonly<Record<string, keyof Table>> };

/** The commands a table knows, over all its states. */
type CommandIn<Table> = { [State in keyof Table]: keyof Table[State] & string }[keyof Table];

/**
 * Turns a transition table into the one authority on a lifecycle: the backend asks it before it writes,
 * the frontend asks it which buttons to draw, SQL CHECKs are compared with it by a test.
 */
export function defineLifecycle<const Table extends TransitionTable<Table>>(table: Table) {
  type State = keyof Table & string;
  type Command = CommandIn<Table>;
  return {
    table,
    states: Object.keys(table) as [State, ...State[]],
    commands: [...new Set(Object.values(table).flatMap((row) => Object.keys(row as object)))] as [
      Command,
      ...Command[],
    ],
    /** The state that `command` leads to, or undefined where the table does not allow it. */
    next(from: State, command: Command): State | undefined {
      return (table[from] as Partial<Record<string, State>>)[command];
    },
    /** The commands open in `from`, in table order. */
    commandsFrom(from: State): Command[] {
      return Object.keys(table[from]) as Command[];
    },
    isTerminal(state: State): boolean {
      return Object.keys(table[state]).length === 0;
    },
  };
}
