/** Distance to what is drawn; x to the right and y down from the middle of the picture. */
export type Shape = (x: number, y: number) => number;

/** The outline of a rectangle, turned by radians. */
export function rectangle(
  halfWidth: number,
  halfHeight: number,
  tilt = 0,
): Shape {
  const [sin, cos] = [Math.sin(tilt), Math.cos(tilt)];
  return (x, y) => {
    const dx = Math.abs(cos * x + sin * y) - halfWidth;
    const dy = Math.abs(cos * y - sin * x) - halfHeight;
    return dx > 0 || dy > 0
      ? Math.hypot(Math.max(0, dx), Math.max(0, dy))
      : Math.min(-dx, -dy);
  };
}
