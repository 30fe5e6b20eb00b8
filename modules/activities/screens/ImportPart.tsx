import type { ReactNode } from "react"
import { SheetImport } from "#kit/web/desk/SheetImport.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { confirmImport, imports, undoImport } from "../contract.ts"
import type { Activity } from "./ActivityPage.tsx"

/** A list of those who were there, as a file. */
export function ImportPart({ of: { id } }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  const confirm = useDo(confirmImport, { done: t("import.confirmed") })
  const undo = useDo(undoImport, { done: t("import.undone") })
  return (
    <SheetImport
      room="activities"
      to={`/api/activities/sheet?id=${id}`}
      accept=".xlsx,.xls,.csv"
      asked={useAsk(imports, { id })}
      confirm={{ may: (h) => h.can.confirm, run: (h) => confirm.run({ id, file: h.id }), busy: confirm.busy }}
      undo={{ may: (h) => h.can.undo, run: (h) => undo.run({ id, file: h.id }), busy: undo.busy }}
    />
  )
}
