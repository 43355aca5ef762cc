import type { Random } from "../../random.ts";
import { between, happens, pick, spread } from "../chance.ts";
import type { Camera } from "./camera.ts";
import type { Light, Shadow } from "./light.ts";

/** A room's light, without shadows. */
export function drawLight(random: Random, isBoard: boolean): Light {
  return {
    gradient: happens(random, 0.7) ? between(random, 0, 0.35) : 0,
    vignette: happens(random, 0.5) ? between(random, 0, 0.25) : 0,
    patches: happens(random, 0.5) ? between(random, 0, 0.1) : 0,
    shadows: [],
    glare: happens(random, isBoard ? 0.25 : 0.05)
      ? between(random, 0.1, 0.4)
      : 0,
    crumpling: !isBoard && happens(random, 0.2) ? between(random, 0.2, 1) : 0,
  };
}

/** @param shorter Pixels of the picture's shorter side. */
export function drawShadow(random: Random, shorter: number): Shadow {
  const shape = pick(random, ["hand", "phone", "edge"] as const);
  // A hand is too near the lamp's size to throw a sharp edge.
  const isHard = shape !== "hand" && happens(random, 0.4);
  return {
    shape,
    cover: between(random, 0.1, 0.6),
    depth: between(random, 0.15, 0.6),
    softness: shorter *
      (isHard ? between(random, 0.005, 0.03) : between(random, 0.03, 0.3)),
  };
}

/** A phone. @param size Pixels of the digit: blur that a person reads through. */
export function drawCamera(random: Random, size: number): Camera {
  const warm = spread(random, 0.05);
  return {
    defocus: happens(random, 0.3) ? size * between(random, 0.003, 0.025) : 0,
    motion: happens(random, 0.12) ? size * between(random, 0.01, 0.06) : 0,
    noise: happens(random, 0.8) ? between(random, 0.5, 7) : 0,
    noiseSize: between(random, 0, 1.3),
    blotches: happens(random, 0.4) ? between(random, 0, 3) : 0,
    exposure: between(random, 0.62, 1.05),
    contrast: between(random, 0.8, 1.25),
    balance: [1 + warm, 1, 1 - warm],
    sharpen: happens(random, 0.4) ? between(random, 0, 1.2) : 0,
  };
}

export function drawScanner(random: Random): Camera {
  return {
    defocus: happens(random, 0.3) ? between(random, 0, 0.8) : 0,
    motion: 0,
    noise: between(random, 0, 2.5),
    noiseSize: between(random, 0, 0.6),
    blotches: 0,
    exposure: between(random, 0.95, 1.06),
    contrast: between(random, 1, 1.4),
    balance: [1, 1, 1],
    sharpen: happens(random, 0.5) ? between(random, 0, 0.8) : 0,
  };
}
