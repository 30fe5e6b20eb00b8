import { useState } from "react"
import type { In, Refusal } from "#kit/web/call.ts"
import { useGo } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { save, submit } from "../contract.ts"

interface Writing {
  readonly write: (written: Omit<In<typeof save>, "id">, handIn: boolean) => Promise<void>
  readonly busy: boolean
  readonly refused: Refusal | undefined
}

/** Keep what was written, and hand it in where wanted; then to the notice's page. What is refused stays a draft. */
export function useWriting(known?: string): Writing {
  const t = useWords("notices")
  const go = useGo()
  const [id, setId] = useState(known)
  const saving = useDo(save, { quiet: true })
  const sending = useDo(submit, { quiet: true, done: t("form.submitted") })
  return {
    busy: saving.busy || sending.busy,
    refused: saving.refused ?? sending.refused,
    write: async (written, handIn) => {
      sending.forget()
      const kept = await saving.run({ ...written, ...(id ? { id } : {}) })
      if (!kept) return
      setId(kept.id)
      if (handIn && !(await sending.run({ id: kept.id }))) return
      go(`/office/notices/${kept.id}`)
    },
  }
}
