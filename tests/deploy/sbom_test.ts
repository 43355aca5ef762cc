import assert from "node:assert/strict";
import { billOfMaterials } from "../../deploy/image/sbom.ts";

const lock = JSON.parse(await Deno.readTextFile("deno.lock"));
const bill = billOfMaterials(lock, "2.9.6");

Deno.test("the bill of materials names each package of the lock once, with its hash", () => {
  const libraries = bill.components.filter((component) => "purl" in component);
  assert.equal(libraries.length, Object.keys(lock.npm).length);
  assert.equal(
    new Set(libraries.map(({ purl }) => purl)).size,
    libraries.length,
  );
  for (const { purl, hashes } of libraries) {
    assert.match(purl, /^pkg:npm\/(%40[a-z-]+\/)?[a-z0-9.-]+@\d+\.\d+\.\d+$/);
    assert.match(hashes[0].content, /^[0-9a-f]{128}$/);
  }
});

Deno.test("the bill of materials names what deno.json imports as what the service needs", () => {
  const { imports } = JSON.parse(Deno.readTextFileSync("deno.json"));
  const wanted = Object.values<string>(imports)
    .map((specifier) => /^npm:\/?(@?[^@]+)@([^/]+)/.exec(specifier)!)
    .map(([, name, version]) => `${name}@${version}`);
  const needed = bill.dependencies[0]!.dependsOn.map((key) =>
    key.split("_")[0]!
  );
  assert.deepEqual(new Set(needed), new Set(["deno", ...wanted]));
});

Deno.test("the task takes --help", async () => {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "sbom", "--help"],
  }).output();
  assert.equal(code, 0);
  assert.match(new TextDecoder().decode(stdout), /deno task sbom > /);
});

Deno.test("whatever a package of the bill needs is in the bill as well", () => {
  const refs = new Set(
    bill.components.map((component) => component["bom-ref"]),
  );
  for (const { ref, dependsOn } of bill.dependencies) {
    for (const needed of dependsOn) {
      assert.ok(refs.has(needed), `${ref} needs ${needed}`);
    }
  }
});
