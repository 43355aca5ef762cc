/** A PostgreSQL server of its own for a test file, out of Debian's package. */

import type { PostgresAddress } from "../../src/corrections/postgres_url.ts";

/** Debian keeps each version's programs apart, and out of PATH. */
const VERSIONS = "/usr/lib/postgresql";

/** PostgreSQL refuses to run as root: "nobody" has this number on Debian. */
const NOBODY = 65534;

const USER = "inkling";
export const PASSWORD = "a password with :/@% in it";

export interface PostgresServer extends AsyncDisposable {
  /** Makes an empty database. */
  create(): Promise<PostgresAddress>;
  /** Runs SQL in a database. */
  psql(database: string, sql: string): Promise<void>;
  /** As when it crashes: connections end at once. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** The folder of the newest version's programs; else why there is none. */
export async function findPostgres(): Promise<
  { readonly bin: string } | { readonly reason: string }
> {
  try {
    const names = await Array.fromAsync(
      Deno.readDir(VERSIONS),
      ({ name }) => Number(name),
    );
    const bin = `${VERSIONS}/${Math.max(...names)}/bin`;
    await Deno.stat(`${bin}/initdb`);
    return { bin };
  } catch {
    return { reason: `no PostgreSQL in ${VERSIONS} (package postgresql)` };
  }
}

/** Makes a cluster in a folder of its own, and starts it on a free port. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = await Deno.makeTempDir();
  const id = Deno.uid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const run = async (program: string, ...args: string[]) => {
    const { success, stdout, stderr } = await new Deno.Command(
      `${bin}/${program}`,
      { args, cwd: folder, env: { PGPASSWORD: PASSWORD, LC_ALL: "C" }, ...id },
    ).output();
    if (success) return;
    const text = new TextDecoder();
    throw new Error(
      `${program}: ${text.decode(stderr)}${text.decode(stdout)}`,
    );
  };
  const port = freePort();
  const data = `${folder}/data`;
  const passwordFile = `${folder}/password`;
  await Deno.writeTextFile(passwordFile, PASSWORD);
  if (Deno.uid() === 0) {
    await Deno.chown(folder, NOBODY, NOBODY);
    await Deno.chown(passwordFile, NOBODY, NOBODY);
  }
  await run(
    "initdb",
    ...["--pgdata", data, "--username", USER, "--pwfile", passwordFile],
    ...["--auth", "scram-sha-256", "--no-sync", "--encoding", "UTF8"],
  );
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off`;
  const server = {
    start: () =>
      run(
        "pg_ctl",
        ...["start", "--wait", "--pgdata", data, "--options", options],
        ...["--log", `${folder}/log`],
      ),
    stop: () =>
      run("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", data),
    psql: (database: string, sql: string) =>
      run(
        "psql",
        ...["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1"],
        ...["--host", "127.0.0.1", "--port", String(port)],
        ...["--username", USER, "--dbname", database, "--command", sql],
      ),
  };
  await server.start();
  let databases = 0;
  return {
    ...server,
    async create() {
      const database = `test_${databases++}`;
      await server.psql("postgres", `CREATE DATABASE ${database}`);
      const address = { host: "127.0.0.1", port, user: USER };
      return { ...address, password: PASSWORD, database, tls: "disable" };
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** As `DATABASE_URL` has it. */
export function urlOf(address: PostgresAddress): string {
  const { host, port, user, password, database } = address;
  const secret = encodeURIComponent(password);
  return `postgres://${user}:${secret}@${host}:${port}/${database}`;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
