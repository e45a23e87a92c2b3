/**
 * What a driver must bring, and all that both drivers share above it: kept statements and nested transactions.
 */

import type { SqlValue, Statement } from "../sql.ts";
import type { PreparedStatement, Sqlite } from "../sqlite.ts";

export interface Engine {
  /** Exactly one statement. */
  compile(text: string): Compiled;
  script(text: string): void;
  close(): void;
}

export interface Compiled {
  run(values: readonly SqlValue[]): number;
  all(values: readonly SqlValue[]): object[];
  drop(): void;
}

/** Statements kept compiled. Texts are constants of the code, so a vault uses about a hundred. */
const keptStatements = 256;

export function sqliteOver(engine: Engine): Sqlite {
  const statements = keptCompiled(engine);
  const { compiled } = statements;
  return {
    run: ({ text, values }) => ({ changes: compiled(text).run(values) }),
    // The caller names the shape of its own SELECT; nothing here could check it.
    all: <Row extends object>({ text, values }: Statement) => compiled(text).all(values) as Row[],
    prepare: ({ text, values }) => prepared(compiled, text, values),
    script({ text, values }) {
      if (values.length > 0) throw new Error("a script binds no values");
      engine.script(text);
    },
    transaction: transactions(compiled),
    close() {
      statements.drop();
      engine.close();
    },
  };
}

type Compile = (text: string) => Compiled;

function keptCompiled(engine: Engine): { readonly compiled: Compile; drop(): void } {
  const kept = new Map<string, Compiled>();

  function compiled(text: string): Compiled {
    const statement = kept.get(text) ?? engine.compile(text);
    kept.delete(text);
    kept.set(text, statement);
    for (const [oldest, { drop }] of kept) {
      if (kept.size <= keptStatements) break;
      kept.delete(oldest);
      drop();
    }
    return statement;
  }

  return {
    compiled,
    drop() {
      for (const statement of kept.values()) statement.drop();
      kept.clear();
    },
  };
}

/** Compiles again where the bounded cache has dropped it meanwhile. */
function prepared(compiled: Compile, text: string, bound: readonly SqlValue[]): PreparedStatement {
  if (bound.length > 0) throw new Error("a prepared statement takes its values when it runs: write ? for them");
  compiled(text);
  return {
    run: (values) => compiled(text).run(values),
    all: <Row extends object>(values: readonly SqlValue[]) => compiled(text).all(values) as Row[],
  };
}

function transactions(compiled: Compile): Sqlite["transaction"] {
  let depth = 0;

  /** A failure to undo is not told: on a full disk SQLite has rolled back by itself, and the first error says why. */
  function undo(outermost: boolean): void {
    try {
      if (!outermost) compiled("rollback to inner_work").run([]);
      compiled(outermost ? "rollback" : "release inner_work").run([]);
    } catch {
      return;
    }
  }

  return (work) => {
    const outermost = depth === 0;
    compiled(outermost ? "begin immediate" : "savepoint inner_work").run([]);
    depth += 1;
    try {
      const value = work();
      if (value instanceof Promise) throw new Error("a transaction is synchronous");
      compiled(outermost ? "commit" : "release inner_work").run([]);
      return value;
    } catch (error) {
      undo(outermost);
      throw error;
    } finally {
      depth -= 1;
    }
  };
}
