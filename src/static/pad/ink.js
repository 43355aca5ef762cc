/** Draws strokes as ink. */

/** @typedef {import("./strokes.js").Stroke} Stroke */
/** @typedef {import("./strokes.js").Point} Point */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {readonly Stroke[]} strokes
 * @param {string} ink its colour
 */
export function drawStrokes(context, strokes, ink) {
  context.strokeStyle = context.fillStyle = ink;
  context.lineCap = context.lineJoin = "round";
  for (const { width, points } of strokes) {
    if (points.every(({ force }) => force === 1)) {
      drawEven(context, width, points);
    } else drawPressed(context, width, points);
    dot(context, width, points[0]);
  }
}

/** A line of one width: one path, however long. */
function drawEven(context, width, points) {
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(points[0].x, points[0].y);
  for (const { control, to } of bends(points)) {
    context.quadraticCurveTo(control.x, control.y, to.x, to.y);
  }
  context.stroke();
}

/** A line as wide as the pen was pressed at each point. */
function drawPressed(context, width, points) {
  for (const { from, control, to } of bends(points)) {
    context.lineWidth = width * control.force;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo(control.x, control.y, to.x, to.y);
    context.stroke();
  }
}

/**
 * A curve through the middles between points, bent towards the points.
 *
 * @param {readonly Point[]} points
 */
function* bends(points) {
  let from = points[0];
  for (let i = 1; i < points.length; i++) {
    const control = points[i];
    const next = points[i + 1];
    const to = next
      ? { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 }
      : control;
    yield { from, control, to };
    from = to;
  }
}

/** Where the pen touched: a canvas draws nothing of a stroke without length. */
function dot(context, width, { x, y, force }) {
  context.beginPath();
  context.arc(x, y, width * force / 2, 0, 2 * Math.PI);
  context.fill();
}
