import assert from "node:assert/strict";
import { disassemble } from "../../bench/disassemble.ts";
import { parseModel } from "../../src/inference/model.ts";
import {
  add,
  constant,
  FunctionBuilder,
  i32,
  load,
  loop,
  store,
} from "../../src/inference/simd/assembler.ts";
import { createSimdEngine } from "../../src/inference/simd/engine.ts";

Deno.test("disassemble() reads back what was assembled", () => {
  const builder = new FunctionBuilder("copy");
  const at = builder.i32();
  builder.push(
    loop(
      at,
      i32(-5),
      i32(300),
      16,
      store(add(at.get, i32(64)), load(at.get, 128), 0),
    ),
  );
  const text = disassemble({
    function: builder,
    comment: "copies",
    multiplyAdds: 0,
  });
  assert.equal(
    text,
    `;; copies
(func $copy
  i32.const -5
  local.set 0
  loop
    local.get 0
    i32.const 64
    i32.add
    local.get 0
    v128.load offset=128
    v128.store offset=0
    local.get 0
    i32.const 16
    i32.add
    local.tee 0
    i32.const 300
    i32.lt_u
    br_if 0
  end
)`,
  );
});

Deno.test("disassemble() knows every instruction of the shipped network's passes", async () => {
  const model = parseModel(await Deno.readFile("weights/digits.safetensors"));
  for (const pass of createSimdEngine(model).passes) {
    assert.match(disassemble(pass), /^;; conv|^;; dense|^;; .*pool/);
  }
});

Deno.test("disassemble() shows vector constants as numbers", () => {
  const builder = new FunctionBuilder("half");
  builder.push(store(i32(0), constant(0.5)));
  const text = disassemble({ function: builder, comment: "", multiplyAdds: 0 });
  assert.match(text, /v128\.const f32x4 0\.5 0\.5 0\.5 0\.5/);
});
