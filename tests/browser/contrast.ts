/** Contrast ratio of two colours as "rgb(1, 2, 3)", WCAG 2.2: text needs 4.5. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

/** @param color As "rgb(1, 2, 3)". */
function luminance(color: string): number {
  const [red, green, blue] = (color.match(/\d+/g) ?? []).map((value) => {
    const share = Number(value) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
