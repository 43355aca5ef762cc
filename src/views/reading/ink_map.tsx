import type { InkMap } from "./stages.tsx";

interface InkMapProps {
  readonly map: InkMap;
  /** What the picture shows, in words. */
  readonly label: string;
}

/**
 * How many pixels of the map's file make one of the page: so few that it is
 * as large as its place allows, which the style says, and never its own size.
 */
const DENSITY = "0.05x";

/** The ink under the boxes of its digits. */
export function InkMapPicture({ map, label }: InkMapProps) {
  const { source, width, height } = map.picture;
  return (
    <img
      class="map"
      srcset={`${source} ${DENSITY}`}
      width={width}
      height={height}
      alt={label}
    />
  );
}
