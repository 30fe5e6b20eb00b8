import loaded, { type Highs } from "highs"

// Its declarations are a CommonJS module's; the ES module's default export is the function itself.
const loadHighs = loaded as unknown as typeof loaded.default

/** A linear program to be minimised: variables with bounds, rows as sparse sums between bounds. */
export interface Program {
  readonly variables: readonly {
    readonly low: number
    readonly high: number
    readonly cost: number
    readonly whole?: boolean
  }[]
  readonly rows: readonly {
    readonly low: number
    readonly high: number
    readonly terms: readonly (readonly [variable: number, factor: number])[]
  }[]
}

export type Solver = (program: Program) => readonly number[] | null

let loading: Promise<Highs> | undefined

/**
 * HiGHS, once a process. `wasm`: its bytes, where they cannot be fetched from beside the program (a browser bundle).
 * Whoever uses an answer checks it in whole numbers; the solver's own arithmetic is floating point.
 */
export async function openSolver(wasm?: Uint8Array): Promise<Solver> {
  loading ??= loadHighs(wasm ? { wasmBinary: wasm } : {})
  const highs = await loading
  return (program) => solve(highs, program)
}

/** The values of an optimum, or null where there is no solution. Anything else throws. */
function solve(highs: Highs, { variables, rows }: Program): readonly number[] | null {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((r, i) => {
    starts[i + 1] = starts[i]! + r.terms.length
  })
  const model = highs.createModel({
    numCols: variables.length,
    numRows: rows.length,
    colCost: Float64Array.from(variables, (v) => v.cost),
    colLower: Float64Array.from(variables, (v) => v.low),
    colUpper: Float64Array.from(variables, (v) => v.high),
    rowLower: Float64Array.from(rows, (r) => r.low),
    rowUpper: Float64Array.from(rows, (r) => r.high),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: variables.length,
      starts,
      indices: Int32Array.from(rows.flatMap((r) => r.terms.map(([variable]) => variable))),
      values: Float64Array.from(rows.flatMap((r) => r.terms.map(([, factor]) => factor))),
    },
    ...(variables.some((v) => v.whole)
      ? { integrality: Int32Array.from(variables, (v) => (v.whole ? 1 : 0)) }
      : {}),
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 })
    model.run()
    const status = model.getModelStatus()
    const { optimal, infeasible, unboundedOrInfeasible, empty } = highs.constants.modelStatus
    if (status === optimal || status === empty) return Array.from(model.getSolution().colValue)
    if (status === infeasible || status === unboundedOrInfeasible) return null
    throw new Error(`the solver stopped with status ${status}`)
  } finally {
    model.dispose()
  }
}
