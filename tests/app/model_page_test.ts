import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { decode } from "../../src/imaging/decode/decode.ts";
import type { Evaluation, ModelReport } from "../../src/model_report.ts";
import type { Services } from "../../src/routes/services.ts";
import { wilsonInterval } from "../../train/score.ts";
import { comparison, fullReport, shortReport } from "./model_report.ts";
import { app, services } from "./services.ts";

async function modelPage(changes: Partial<Services>): Promise<string> {
  const response = await createApp({ ...services, ...changes })
    .request("/model");
  assert.equal(response.status, 200);
  return await response.text();
}

const fullPage = await modelPage({ report: fullReport, comparison });

Deno.test("/model shows the report that comes with the weights", async () => {
  const html = await (await app.request("/model")).text();
  const { report } = services;
  assert.ok(report);
  assert.ok(html.includes(report.version));
  assert.ok(html.includes(report.parameters.toLocaleString("en")));
  assert.ok(html.includes(`${(100 * report.test.accuracy).toFixed(2)}%`));
});

Deno.test("/model runs no script and has no style within the page", () => {
  assert.doesNotMatch(fullPage, /<script|<style|\sstyle=|\son[a-z]+=/i);
});

Deno.test("/ and /model lead to each other", async () => {
  const home = await (await app.request("/")).text();
  assert.match(home, /<a href="\/model">/);
  assert.match(fullPage, /<a href="\/">/);
});

Deno.test("/model says so when there is no report", async () => {
  const html = await modelPage({ report: null, comparison });
  assert.match(html, /No report/);
  assert.doesNotMatch(html, /<section/);
});

Deno.test("/model says when other weights answer than those of the report", async () => {
  const page = (version: string) =>
    modelPage({ report: fullReport, model: { name: "digits", version } });
  const warning = /weights that answer here are other ones/;
  assert.match(await page("2020-01-01-00000000"), warning);
  assert.doesNotMatch(await page(fullReport.version), warning);
});

const { evaluation: full = undefined } = fullReport;
assert.ok(full);

/** The report without a field of its evaluation. */
function without(field: keyof Evaluation): ModelReport {
  const { [field]: _, ...evaluation } = full!;
  return { ...fullReport, evaluation: evaluation as Evaluation };
}

function withoutTop(field: keyof ModelReport): ModelReport {
  const { [field]: _, ...report } = fullReport;
  return report as ModelReport;
}

const sections: [what: string, sign: RegExp, ModelReport][] = [
  ["sets", /id="sets"/, withoutTop("evaluation")],
  ["reliability", /Does it mean what it says/, without("reliability")],
  ["risk-coverage", /What doubt saves/, without("riskCoverage")],
  ["refusal", /What is no digit/, without("refusal")],
  ["gallery", /id="misread"/, without("misread")],
  ["training curves", /In validation/, withoutTop("curve")],
  ["seeds", /The same from other starts/, withoutTop("seeds")],
  ["recipe", /class="recipe"/, withoutTop("recipe")],
];
for (const [what, sign, report] of sections) {
  Deno.test(`/model shows ${what}, and leaves them out where the report does`, async () => {
    assert.match(fullPage, sign);
    assert.doesNotMatch(await modelPage({ report, comparison }), sign);
  });
}

Deno.test("/model compares the families, where they were compared", async () => {
  assert.match(fullPage, /The families that lost/);
  for (const { name } of comparison.families) {
    assert.ok(fullPage.includes(name));
  }
  const alone = await modelPage({ report: fullReport, comparison: null });
  assert.doesNotMatch(alone, /The families that lost/);
});

Deno.test("the confusion matrix names every count", () => {
  fullReport.test.confusion.forEach((row, truth) =>
    row.forEach((count, read) => {
      const figure = count.toLocaleString("en");
      const title = truth === read
        ? `<title>${truth} read right: ${figure}</title>`
        : `<title>${truth} read as ${read}: ${figure}</title>`;
      assert.ok(fullPage.includes(title), title);
    })
  );
});

Deno.test("the most confused pair is named first", () => {
  const [first] = fullPage.match(/<b>\d<\/b> read as <b>\d<\/b>/) ?? [];
  assert.equal(first, "<b>4</b> read as <b>9</b>");
});

Deno.test("the gallery shows each misread image, dark on white", () => {
  const sources = [...fullPage.matchAll(/src="data:image\/png;base64,(.*?)"/g)];
  const misread = full.misread ?? [];
  assert.equal(sources.length, misread.length);
  for (const [i, { pixels }] of misread.entries()) {
    const { rgba, width } = decode(Uint8Array.fromBase64(sources[i]![1]!));
    assert.equal(width, 28);
    const ink = Uint8Array.fromBase64(pixels);
    assert.deepEqual(
      rgba.filter((_, at) => at % 4 === 0),
      ink.map((value) => 255 - value),
    );
  }
});

Deno.test("the parameters of the layers add up to those of the network", () => {
  const layers = fullPage.match(/<ol class="layers">.*?<\/ol>/s)?.[0] ?? "";
  const counts = [...layers.matchAll(/([\d,]+) parameters/g)]
    .map(([, count]) => Number(count!.replaceAll(",", "")));
  const kernels = 3 * 3 * 24 + 24 + 3 * 3 * 24 * 56 + 56;
  assert.equal(counts.reduce((a, b) => a + b), kernels + 7 * 7 * 56 * 11 + 11);
});

Deno.test("text of the report is text, not markup", async () => {
  const sets = [{ ...full.sets[0]!, name: "<b>5 & 6</b>" }];
  const report = { ...fullReport, evaluation: { ...full, sets } };
  const html = await modelPage({ report, comparison: null });
  assert.ok(html.includes("&lt;b&gt;5 &amp; 6&lt;/b&gt;"));
});

/** The report when that many of 10 images of each digit were read right. */
function reportOf(right: number): ModelReport {
  const correct = 10 * right;
  const accuracy = {
    images: 100,
    correct,
    accuracy: correct / 100,
    interval: wilsonInterval(correct, 100),
  };
  const confusion = Array.from(
    { length: 10 },
    (_, truth) =>
      Array.from({ length: 10 }, (_, read) => {
        if (read === truth) return right;
        return read === (truth + 1) % 10 ? 10 - right : 0;
      }),
  );
  const share = right / 10;
  return {
    ...fullReport,
    test: { ...accuracy, confusion },
    curve: [{ epoch: 1, loss: 10 - right, validationError: 1 - share }],
    evaluation: {
      date: "2026-11-23",
      sets: [{
        ...accuracy,
        name: "One",
        kind: "unseen",
        rejected: 0,
        unsure: 0,
      }],
      reliability: [{
        from: 0.9,
        to: 1,
        count: 100,
        confidence: 1,
        accuracy: share,
      }],
      expectedCalibrationError: 1 - share,
      riskCoverage: [[1, 1 - share]],
      refusal: {
        digitsRefused: 1 - share,
        nonDigitsRefused: share,
        curve: [[0, 0], [1 - share, share], [1, 1]],
      },
    },
  };
}

for (const right of [0, 3, 10]) {
  Deno.test(`every chart can be drawn when ${right} of 10 are right`, async () => {
    const html = await modelPage({ report: reportOf(right), comparison });
    assert.doesNotMatch(html, /NaN|Infinity|undefined|null/);
  });
}

Deno.test("a report with nothing but what every report has is shown", async () => {
  const html = await modelPage({ report: shortReport, comparison: null });
  assert.doesNotMatch(html, /NaN|Infinity|undefined|null/);
  assert.match(html, /id="mistakes"/);
});
