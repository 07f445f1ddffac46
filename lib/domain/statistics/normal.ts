const SQRT_2PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / SQRT_2PI;

/** Upper tail P(Z > x) for x > 0 by Laplace's continued fraction, evaluated from the inside out. */
function tail(x: number): number {
  let fraction = x;
  for (let term = 120; term >= 1; term -= 1) fraction = x + term / fraction;
  return normalDensity(x) / fraction;
}

/**
 * P(Z <= x) of the standard normal distribution, to about 1e-15. Marsaglia's series in the middle, Laplace's
 * continued fraction in the tails (where the series loses digits).
 */
export function normalCdf(x: number): number {
  if (x > 3) return 1 - tail(x);
  if (x < -3) return tail(-x);
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(x) * sum;
}

/**
 * The z with P(Z <= z) = p, for 0 < p < 1 (-Infinity and Infinity at the ends). Start: Abramowitz and Stegun
 * 26.2.23 (error below 4.5e-4), then two Halley steps on the distribution function.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a probability: ${p}`);
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = top / bottom - t;
  for (let step = 0; step < 3; step += 1) {
    const newton = (normalCdf(z) - p) / normalDensity(z);
    z -= newton / (1 + (z * newton) / 2);
  }
  return z;
}

/** Two-sided critical value: 1.959964 for a level of 0.95. */
export const criticalValue = (level: number): number => normalQuantile(1 - (1 - level) / 2);
