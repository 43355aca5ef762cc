import assert from "node:assert/strict";
import { observeReadings } from "../../src/telemetry/observe_readings.ts";
import {
  currentRecord,
  type RequestRecord,
  stagesInOrder,
  sumStages,
} from "../../src/telemetry/request_record.ts";
import { sevenPng } from "../app/drawing.ts";
import { services } from "../app/services.ts";

const readers = observeReadings(services, () => {});

async function recorded(
  use: () => Promise<unknown>,
): Promise<{ record: RequestRecord; end: number }> {
  const record: RequestRecord = { start: performance.now(), readings: [] };
  await currentRecord.run(record, use);
  return { record, end: performance.now() };
}

Deno.test("the stages of a request follow one another and are all of its time", async () => {
  const { record, end } = await recorded(() => readers.show(sevenPng.slice()));
  const sums = sumStages(record, end);
  assert.ok(sums);
  const stages = stagesInOrder(record, sums);
  assert.deepEqual(stages.map(({ stage }) => stage), [
    "receive",
    "wait",
    "decode",
    "imaging",
    "inference",
    "draw",
    "render",
  ]);
  let at = record.start;
  for (const { stage, start, duration } of stages) {
    assert.ok(Math.abs(start - at) < 1e-6, `${stage} starts at ${start}`);
    assert.ok(duration >= 0, `${stage} took ${duration}`);
    at = start + duration;
  }
  assert.ok(Math.abs(at - end) < 1e-6);
});

Deno.test("several readings of a request are told together", async () => {
  const { record, end } = await recorded(async () => {
    for (let i = 0; i < 3; i++) await readers.show(sevenPng.slice());
  });
  const sums = sumStages(record, end);
  assert.ok(sums);
  const inOrder = stagesInOrder(record, sums);
  for (const { stage } of inOrder) {
    const times = inOrder.filter((time) => time.stage === stage);
    const sum = times.reduce((sum, { duration }) => sum + duration, 0);
    assert.ok(Math.abs(sum - (sums[stage] ?? NaN)) < 1e-6, stage);
    const isOfEach = stage !== "receive" && stage !== "render";
    assert.equal(times.length, isOfEach ? 3 : 1, stage);
  }
});

Deno.test("a reading without pictures of its stages draws none", async () => {
  const { record, end } = await recorded(() => readers.read(sevenPng.slice()));
  assert.ok(!("draw" in (sumStages(record, end) ?? {})));
  assert.deepEqual(record.readings.map(({ counts }) => counts), [
    { digits: 1, unsure: 0, rejected: 0, blank: 0, crowded: 0 },
  ]);
});

Deno.test("requests at the same time have records of their own", async () => {
  const all = await Promise.all([1, 2, 3].map((times) =>
    recorded(async () => {
      for (let i = 0; i < times; i++) await readers.read(sevenPng.slice());
    })
  ));
  assert.deepEqual(all.map(({ record }) => record.readings.length), [1, 2, 3]);
});

Deno.test("a request that reads nothing has no stages", async () => {
  const { record, end } = await recorded(async () => {});
  assert.equal(sumStages(record, end), null);
});

Deno.test("readers that are watched answer and fail as they do", async () => {
  const { reading } = await readers.read(sevenPng.slice());
  assert.equal(reading.text, "7");
  await assert.rejects(readers.read(new Uint8Array(9)), {
    name: "PictureError",
  });
});
