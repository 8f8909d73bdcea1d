/** `values`, row after row, in steps of 8 bits, each row with its own scale. */
export function inSteps8(values: Float32Array, width: number): {steps: Int8Array; scales: Float32Array} {
  const steps = new Int8Array(values.length)
  const scales = new Float32Array(values.length / width)
  for (let row = 0; row < scales.length; row++) {
    let most = 1e-9
    for (let place = 0; place < width; place++) most = Math.max(most, Math.abs(values[row * width + place]!))
    scales[row] = most / 127
    for (let place = 0; place < width; place++)
      steps[row * width + place] = Math.round(values[row * width + place]! / scales[row]!)
  }
  return {steps, scales}
}
