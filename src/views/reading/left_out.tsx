import { placeOn } from "./place.ts";
import type { InkMap } from "./stages.tsx";

/** Outlines of the marks on the map that are no digits. */
export function LeftOut({ map }: { readonly map: InkMap }) {
  return (
    <svg class="left-out" aria-hidden="true">
      {map.leftOut.map((box) => <rect {...placeOn(map.region, box)} />)}
    </svg>
  );
}
