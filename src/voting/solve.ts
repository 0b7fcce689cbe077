/** A symmetric positive matrix that is zero nearly everywhere: what stands on its diagonal, and between two places. */
export interface SparseMatrix {
  diagonal: Float64Array;
  between: readonly { one: number; other: number; weight: number }[];
}

/** Of the right side: what is left then is rounding. */
const TO_ROUNDING = 1e-12;

/**
 * The `x` for which `matrix · x = right` but for so much of the right side, by conjugate gradients with the diagonal as
 * preconditioner.
 */
export function solve(matrix: SparseMatrix, right: Float64Array, but: number = TO_ROUNDING): Float64Array {
  const x = new Float64Array(right.length);
  const left = Float64Array.from(right);
  let scaled = divide(left, matrix.diagonal);
  const direction = Float64Array.from(scaled);
  let size = product(left, scaled);
  const enough = but ** 2 * size;
  for (let step = 0; step < 2 * right.length + 10 && size > enough; step += 1) {
    const image = multiply(matrix, direction);
    const length = size / product(direction, image);
    addTo(x, direction, length);
    addTo(left, image, -length);
    scaled = divide(left, matrix.diagonal);
    const next = product(left, scaled);
    const turn = next / size;
    for (let place = 0; place < direction.length; place += 1) {
      direction[place] = (scaled[place] ?? 0) + turn * (direction[place] ?? 0);
    }
    size = next;
  }
  return x;
}

function multiply({ diagonal, between }: SparseMatrix, x: Float64Array): Float64Array {
  const image = diagonal.map((each, place) => each * (x[place] ?? 0));
  for (const { one, other, weight } of between) {
    image[one] = (image[one] ?? 0) + weight * (x[other] ?? 0);
    image[other] = (image[other] ?? 0) + weight * (x[one] ?? 0);
  }
  return image;
}

function addTo(sum: Float64Array, more: Float64Array, times: number): void {
  for (let place = 0; place < sum.length; place += 1) sum[place] = (sum[place] ?? 0) + times * (more[place] ?? 0);
}

function divide(x: Float64Array, by: Float64Array): Float64Array {
  return x.map((each, place) => each / (by[place] ?? 1));
}

function product(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < x.length; place += 1) sum += (x[place] ?? 0) * (y[place] ?? 0);
  return sum;
}
