import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"

/** From a page of one duty, the way back to the election; there too when the page is refused. */
export function BackToElection({ id }: { id: string }): ReactNode {
  const t = useWords("elections")
  return (
    <Go to={`/office/elections/${id}`} className="button">
      {t("page.back")}
    </Go>
  )
}
