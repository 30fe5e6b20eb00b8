import { DownloadOutlined, MinusOutlined, PlusOutlined, PrinterOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { type Refusal, refusalOf } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { Sheet } from "./Sheet.tsx"
import { download, pngOf } from "./save.ts"

interface ChartProps {
  readonly svg: string
  /** Of the files saved, without ending. */
  readonly name: string
  /** A box was clicked: its place among the boxes, breadth first. */
  readonly onPick: (index: number) => void
}

/** The office's sheet: zoomed, printed, saved as a drawing or a picture. */
export function Chart({ svg, name, onPick }: ChartProps): ReactNode {
  const t = useWords("unions")
  const [refused, setRefused] = useState<Refusal>()
  const savePng = () =>
    pngOf(svg).then(
      (png) => download(png, `${name}.png`),
      (e) => setRefused({ ...refusalOf(e), because: t("chart.too-large"), cure: t("chart.use-svg") }),
    )
  return (
    <>
      {refused ? <Problem refusal={refused} /> : null}
      <Sheet
        svg={svg}
        label={t("chart.label")}
        hint={t("chart.hint")}
        onPick={onPick}
        tools={(zoom) => (
          <>
            <Button
              icon={<MinusOutlined />}
              aria-label={t("chart.smaller")}
              onClick={() => zoom.by(1 / 1.25)}
            />
            <span className="orgchart-zoom" role="status">
              {Math.round(zoom.shown * 100)}%
            </span>
            <Button icon={<PlusOutlined />} aria-label={t("chart.larger")} onClick={() => zoom.by(1.25)} />
            <Button onClick={zoom.fit}>{t("chart.fit")}</Button>
            <Button onClick={zoom.whole}>{t("chart.whole")}</Button>
            <span className="orgchart-save">
              <Button
                icon={<DownloadOutlined />}
                onClick={() => download(new Blob([svg], { type: "image/svg+xml" }), `${name}.svg`)}
              >
                SVG
              </Button>
              <Button icon={<DownloadOutlined />} onClick={savePng}>
                PNG
              </Button>
              <Button icon={<PrinterOutlined />} onClick={() => print()}>
                {t("chart.print")}
              </Button>
            </span>
          </>
        )}
      />
    </>
  )
}
