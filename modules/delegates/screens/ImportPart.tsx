import type { ReactNode } from "react"
import { SheetImport } from "#kit/web/desk/SheetImport.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { confirmImport, imports, undoImport } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"

/** A list of delegates, as a file. */
export function ImportPart({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const assembly = of.assembly.id
  const confirm = useDo(confirmImport, { done: t("import.confirmed") })
  const undo = useDo(undoImport, { done: t("import.undone") })
  return (
    <SheetImport
      room="delegates"
      to={`/api/delegates/list?assembly=${assembly}`}
      accept=".xlsx,.csv"
      asked={useAsk(imports, { assembly })}
      confirm={{
        may: (h) => h.can["delegates.confirm-import"] === true,
        run: ({ id }) => confirm.run({ assembly, id }),
        busy: confirm.busy,
      }}
      undo={{
        may: (h) => h.can["delegates.undo-import"] === true,
        run: ({ id }) => undo.run({ assembly, id }),
        busy: undo.busy,
      }}
    />
  )
}
