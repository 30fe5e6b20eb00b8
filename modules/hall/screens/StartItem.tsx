import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { startItem } from "../contract.ts"
import type { Hall } from "./HallPage.tsx"
import { NumberField } from "./NumberField.tsx"

/** The next item, with the time it is given. */
export function StartItem({ of, item }: { of: Hall; item: Hall["items"][number] }): ReactNode {
  const t = useWords("hall")
  const [minutes, setMinutes] = useState<number | null>(item.minutes)
  const { run, busy } = useDo(startItem)
  const begin = () =>
    run({ assembly: of.assembly.id, item: item.id, ...(minutes === null ? {} : { minutes }) })
  return (
    <>
      <h3 className="hall-about">{item.title}</h3>
      <p className="muted">
        {t(`kind.${item.kind}`)}
        {item.reporter ? ` · ${t("phone.reporter", { name: item.reporter })}` : ""}
      </p>
      <div className="hall-row">
        <NumberField label={t("item.minutes")} min={1} max={180} value={minutes} onChange={setMinutes} />
        <Button type="primary" size="large" loading={busy} onClick={() => void begin()}>
          {t("item.start")}
        </Button>
      </div>
    </>
  )
}
