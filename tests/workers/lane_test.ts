import assert from "node:assert/strict";
import {
  BusyError,
  DecodeTimeoutError,
  WorkerError,
} from "../../src/workers/errors.ts";
import { Lane, type LaneOptions } from "../../src/workers/lane.ts";
import type { Order } from "./obedient_worker.ts";

const WORKER = new URL("./obedient_worker.ts", import.meta.url);
/** Milliseconds: no test waits for a deadline that it does not want. */
const NEVER = 600_000;

interface Tested extends Disposable {
  readonly lane: Lane<Order>;
  /** Reasons that `onWornOut` was called with. */
  readonly wornOut: string[];
}

function makeLane(options: Partial<LaneOptions> = {}): Tested {
  const wornOut: string[] = [];
  const lane = new Lane<Order>({
    spawn: () => new Worker(WORKER, { type: "module" }),
    workers: 1,
    maxWaiting: 9,
    deadline: NEVER,
    patience: NEVER,
    maxLost: 9,
    onWornOut: (reason) => wornOut.push(reason),
    ...options,
  });
  return { lane, wornOut, [Symbol.dispose]: () => lane.close() };
}

const echo = (value: unknown): Order => ({ kind: "echo", value });
const crash: Order = { kind: "crash" };

/** An order to run on, and its end. */
function runOn(): { order: Order; release(): void } {
  const until = new Int32Array(new SharedArrayBuffer(4));
  return {
    order: { kind: "run", until },
    release() {
      Atomics.store(until, 0, 1);
      Atomics.notify(until, 0);
    },
  };
}

/** Waits until `holds`, which a message of a worker brings about. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

Deno.test("everyone gets the answer to their own question", async () => {
  using tested = makeLane({ workers: 2, maxWaiting: 50 });
  const values = Array.from({ length: 50 }, (_, i) => i);
  const answers = values.map((value) => tested.lane.ask(echo(value)));
  assert.deepEqual(await Promise.all(answers), values);
});

Deno.test("a buffer is handed over, not copied", async () => {
  using tested = makeLane();
  const bytes = Uint8Array.of(1, 2, 3);
  const answer = await tested.lane.ask(echo(bytes), [bytes.buffer]);
  assert.deepEqual(answer, Uint8Array.of(1, 2, 3));
  assert.equal(bytes.length, 0);
});

Deno.test("who would wait behind too many is refused at once", async () => {
  using tested = makeLane({ maxWaiting: 3 });
  const { order, release } = runOn();
  await tested.lane.ask(echo("ready"));
  const first = tested.lane.ask(order);
  const waiting = [1, 2, 3].map((value) => tested.lane.ask(echo(value)));
  await assert.rejects(tested.lane.ask(echo(4)), BusyError);
  release();
  assert.equal(await first, "ran");
  assert.deepEqual(await Promise.all(waiting), [1, 2, 3]);
});

Deno.test("a worker that misses its deadline is replaced while it runs on", async () => {
  using tested = makeLane({ deadline: 100 });
  const { order, release } = runOn();
  const missed = tested.lane.ask(order);
  const next = tested.lane.ask(echo("next"));
  await assert.rejects(missed, DecodeTimeoutError);
  assert.equal(await next, "next");
  assert.equal(tested.lane.lost, 1);
  release();
  await until(() => tested.lane.lost === 0);
  assert.equal(await tested.lane.ask(echo("later")), "later");
  assert.deepEqual(tested.wornOut, []);
});

Deno.test("a worker that crashes is replaced", async () => {
  using tested = makeLane();
  const crashed = tested.lane.ask(crash);
  const next = tested.lane.ask(echo("next"));
  await assert.rejects(crashed, (error) => {
    assert.ok(error instanceof WorkerError);
    assert.match(error.message, /told to crash/);
    return true;
  });
  assert.equal(await next, "next");
});

Deno.test("crashes that answers lie between do not wear a lane out", async () => {
  using tested = makeLane({ maxLost: 2 });
  for (let i = 0; i < 4; i++) {
    await assert.rejects(tested.lane.ask(crash), WorkerError);
    assert.equal(await tested.lane.ask(echo(i)), i);
  }
  assert.deepEqual(tested.wornOut, []);
});

Deno.test("one crash after the other wears a lane out, which is told once", async () => {
  using tested = makeLane({ maxLost: 3 });
  const asked = Array.from({ length: 3 }, () => tested.lane.ask(crash));
  const behind = tested.lane.ask(echo("behind"));
  for (const { status } of await Promise.allSettled([...asked, behind])) {
    assert.equal(status, "rejected");
  }
  assert.equal(tested.wornOut.length, 1);
  assert.match(tested.wornOut[0]!, /3 workers were lost.*told to crash/);
  await assert.rejects(tested.lane.ask(echo("late")), BusyError);
});

Deno.test("a worker that cannot start wears a lane out", async () => {
  const nowhere = new URL("./no_such_worker.ts", import.meta.url);
  using tested = makeLane({
    maxLost: 2,
    spawn: () => new Worker(nowhere, { type: "module" }),
  });
  await assert.rejects(tested.lane.ask(echo("never")), BusyError);
  assert.equal(tested.wornOut.length, 1);
});

Deno.test("slow questions do not wear a lane out, however many come in a row", async () => {
  using tested = makeLane({ deadline: 50, maxLost: 2 });
  for (let i = 0; i < 5; i++) {
    const { order, release } = runOn();
    await assert.rejects(tested.lane.ask(order), DecodeTimeoutError);
    release();
  }
  await until(() => tested.lane.lost === 0);
  assert.equal(await tested.lane.ask(echo("next")), "next");
  assert.deepEqual(tested.wornOut, []);
});

Deno.test("where too many workers miss their deadline, the lane waits until one of them ends", async () => {
  using tested = makeLane({ deadline: 100, maxLost: 2 });
  const runs = [runOn(), runOn()];
  for (const { order } of runs) {
    await assert.rejects(tested.lane.ask(order), DecodeTimeoutError);
  }
  assert.equal(tested.lane.state.workers, 0);
  const next = tested.lane.ask(echo("next"));
  assert.equal(tested.lane.state.waiting, 1);
  runs[0]!.release();
  assert.equal(await next, "next");
  runs[1]!.release();
  await until(() => tested.lane.lost === 0);
  assert.equal(tested.lane.state.workers, 1);
  assert.deepEqual(tested.wornOut, []);
});

Deno.test("workers that do not end wear a lane out, with those who wait for them", async () => {
  using tested = makeLane({ deadline: 50, patience: 100, maxLost: 2 });
  const runs = [runOn(), runOn()];
  for (const { order } of runs) {
    await assert.rejects(tested.lane.ask(order), DecodeTimeoutError);
  }
  await assert.rejects(tested.lane.ask(echo("never")), BusyError);
  assert.match(tested.wornOut[0]!, /2 workers were lost.*does not end/);
  for (const { release } of runs) release();
});

Deno.test("a closed lane refuses those who wait, and those who come", async () => {
  const { lane } = makeLane();
  const waiting = lane.ask(echo("waiting"));
  lane.close();
  await assert.rejects(waiting, BusyError);
  await assert.rejects(lane.ask(echo("late")), BusyError);
});

Deno.test("workers that end when nobody asks are started for who does", async () => {
  let started = 0;
  using tested = makeLane({
    workers: 2,
    maxIdle: 1,
    spawn() {
      started++;
      return new Worker(WORKER, { type: "module" });
    },
  });
  assert.equal(started, 0);
  assert.equal(await tested.lane.ask(echo("first")), "first");
  await until(() => tested.lane.state.workers === 0);
  assert.equal(started, 2);
  assert.equal(await tested.lane.ask(echo("later")), "later");
  assert.equal(started, 4);
});

Deno.test("a worker that works is not idle", async () => {
  using tested = makeLane({ maxIdle: 1 });
  const { order, release } = runOn();
  const asked = tested.lane.ask(order);
  setTimeout(release, 100);
  assert.equal(await asked, "ran");
});

Deno.test("a lane tells what waits and who works", async () => {
  using tested = makeLane({ workers: 2, maxWaiting: 7 });
  const { lane } = tested;
  const { order, release } = runOn();
  const answers = [1, 2, 3].map(() => lane.ask(order));
  await until(() => lane.state.working === 2);
  const idle = { maxWaiting: 7, workers: 2, lost: 0 };
  assert.deepEqual(lane.state, { ...idle, waiting: 1, working: 2 });
  release();
  await Promise.all(answers);
  assert.deepEqual(lane.state, { ...idle, waiting: 0, working: 0 });
});
