import type { ReactNode } from "react"
import type { Drawing, Shape } from "../chart.ts"
import "./chart.css"

/** A small drawing of numbers. What it shows stands in a table beside it, so that it need not be read out twice. */
export function Chart({ of, label }: { of: Drawing; label: string }): ReactNode {
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${of.width} ${of.height}`} role="img" aria-label={label}>
        {of.shapes.map((shape, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing's shapes never change places
          <Drawn key={i} of={shape} />
        ))}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  )
}

function Drawn({ of }: { of: Shape }): ReactNode {
  switch (of.kind) {
    case "bar":
      return <rect x={of.x} y={of.y} width={of.w} height={of.h} rx={2} className={`chart-fill-${of.tone}`} />
    case "line":
      return <path d={of.d} className={`chart-line chart-line-${of.tone}`} />
    case "dot":
      return <circle cx={of.x} cy={of.y} r={3} className={`chart-fill-${of.tone}`} />
    case "rule":
      return <path d={`M${of.from} ${of.y}H${of.to}`} className="chart-rule" />
    case "text":
      return (
        <text x={of.x} y={of.y} textAnchor={of.anchor} className={of.muted ? "chart-muted" : "chart-text"}>
          {of.text}
        </text>
      )
  }
}
