/** Small drawings of numbers: where everything stands. Drawn on a page by `Chart.tsx`, in a document by `svgOf`. */
export type Tone = "a" | "b"

export type Shape =
  | {
      readonly kind: "bar"
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly tone: Tone
    }
  | { readonly kind: "line"; readonly d: string; readonly tone: Tone }
  | { readonly kind: "dot"; readonly x: number; readonly y: number; readonly tone: Tone }
  | { readonly kind: "rule"; readonly y: number; readonly from: number; readonly to: number }
  | {
      readonly kind: "text"
      readonly x: number
      readonly y: number
      readonly text: string
      readonly anchor: "start" | "middle" | "end"
      readonly muted?: true
    }

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** Height of letters. */
export const letter = 13
const width = 360
const row = 30

/** Characters of Chinese take a square, others about half of it. */
const breadth = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0xff ? letter : letter * 0.56), 0)

const cut = (text: string, most: number): string => {
  let out = text
  while (breadth(out) > most && out.length > 1) out = `${out.replace(/…$/, "").slice(0, -1)}…`
  return out
}

export interface Bar {
  readonly name: string
  /** null: too few to be shown. */
  readonly value: number | null
  /** The value in words. */
  readonly said: string
}

/** One bar a name, the longest as long as there is room. */
export function bars(of: readonly Bar[]): Drawing {
  const labels = Math.min(140, Math.max(40, ...of.map((b) => breadth(b.name)))) + 10
  const said = Math.max(20, ...of.map((b) => breadth(b.said))) + 8
  const most = Math.max(1, ...of.map((b) => b.value ?? 0))
  const room = width - labels - said
  const shapes = of.flatMap((b, i): Shape[] => {
    const middle = i * row + row / 2
    const w = b.value === null ? 0 : (b.value / most) * room
    return [
      {
        kind: "text",
        x: labels - 10,
        y: middle + letter * 0.36,
        text: cut(b.name, labels - 10),
        anchor: "end",
      },
      ...(w > 0 ? [{ kind: "bar", x: labels, y: middle - 8, w, h: 16, tone: "a" } as const] : []),
      {
        kind: "text",
        x: labels + w + 6,
        y: middle + letter * 0.36,
        text: b.said,
        anchor: "start",
        ...(b.value === null ? { muted: true as const } : {}),
      },
    ]
  })
  return { width, height: of.length * row, shapes }
}

export interface Point {
  readonly label: string
  readonly values: readonly (number | null)[]
}

const tones: readonly Tone[] = ["a", "b"]

/** Lines over time, one for each name; where a number is hidden, the line is broken. */
export function lines(names: readonly string[], points: readonly Point[]): Drawing {
  const top = 34
  const foot = 190
  const left = 34
  const right = width - 14
  const most = niceMost(Math.max(1, ...points.flatMap((p) => p.values.map((v) => v ?? 0))))
  const x = (i: number) =>
    points.length === 1 ? (left + right) / 2 : left + (i / (points.length - 1)) * (right - left)
  const y = (v: number) => foot - (v / most) * (foot - top)
  const every = Math.ceil(points.length / 6)
  let at = left
  const legend = names.flatMap((name, i): Shape[] => {
    const from = at
    at += breadth(name) + 34
    return [
      { kind: "bar", x: from, y: 8, w: 14, h: 6, tone: tones[i] ?? "a" },
      { kind: "text", x: from + 18, y: 8 + letter * 0.6, text: name, anchor: "start" },
    ]
  })
  const drawn = names.flatMap((_, n): Shape[] => {
    const tone = tones[n] ?? "a"
    const runs: string[] = []
    let begun = false
    for (const [i, p] of points.entries()) {
      const v = p.values[n] ?? null
      if (v !== null) runs.push(`${begun ? "L" : "M"}${round(x(i))} ${round(y(v))}`)
      begun = v !== null
    }
    return [
      { kind: "line", d: runs.join(""), tone },
      ...points.flatMap((p, i): Shape[] => {
        const v = p.values[n] ?? null
        return v === null ? [] : [{ kind: "dot", x: round(x(i)), y: round(y(v)), tone }]
      }),
    ]
  })
  return {
    width,
    height: foot + 24,
    shapes: [
      ...legend,
      ...[0, most / 2, most].flatMap((v): Shape[] => [
        { kind: "rule", y: round(y(v)), from: left, to: right },
        {
          kind: "text",
          x: left - 6,
          y: round(y(v) + letter * 0.36),
          text: `${v}`,
          anchor: "end",
          muted: true,
        },
      ]),
      ...points.flatMap((p, i): Shape[] =>
        (points.length - 1 - i) % every === 0
          ? [{ kind: "text", x: round(x(i)), y: foot + 18, text: p.label, anchor: "middle", muted: true }]
          : [],
      ),
      ...drawn,
    ],
  }
}

const round = (n: number): number => Math.round(n * 10) / 10

/** The next even number people count in: 2, 4, 10, 20, 40, 100… */
function niceMost(value: number): number {
  for (let step = 1; ; step *= 10) for (const n of [2, 4, 10]) if (value <= n * step) return n * step
}

const ink = { a: "#1f4e79", b: "#b4561f", text: "#1b2430", muted: "#566171", rule: "#d9d6ce" } as const

const safe = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

function drawn(s: Shape): string {
  switch (s.kind) {
    case "bar":
      return `<rect x="${s.x}" y="${s.y}" width="${s.w}" height="${s.h}" rx="2" fill="${ink[s.tone]}"/>`
    case "line":
      return `<path d="${s.d}" fill="none" stroke="${ink[s.tone]}" stroke-width="2"${s.tone === "b" ? ' stroke-dasharray="5 3"' : ""}/>`
    case "dot":
      return `<circle cx="${s.x}" cy="${s.y}" r="3" fill="${ink[s.tone]}"/>`
    case "rule":
      return `<path d="M${s.from} ${s.y}H${s.to}" stroke="${ink.rule}"/>`
    case "text":
      return `<text x="${s.x}" y="${s.y}" text-anchor="${s.anchor}" fill="${s.muted ? ink.muted : ink.text}">${safe(s.text)}</text>`
  }
}

/** The drawing for a document: its colours fixed, in the fonts that come with the program. */
export const svgOf = ({ width, height, shapes }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Noto Sans SC, sans-serif" font-size="${letter}">${shapes.map(drawn).join("")}</svg>`
