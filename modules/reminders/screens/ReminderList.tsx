import { Button, Pagination } from "antd"
import type { ReactNode } from "react"
import { usePage, usePaged } from "#kit/web/desk/Listed.tsx"
import { usePageButtons } from "#kit/web/desk/page-buttons.ts"
import { Toggle } from "#kit/web/desk/Toggle.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list, readAll } from "../contract.ts"
import { Told } from "./Told.tsx"
import "./reminders.css"

const size = 20

/** What happened, told to me. */
export default function ReminderList(): ReactNode {
  const t = useWords("reminders")
  const page = usePage()
  const paged = usePaged()
  const buttons = usePageButtons()
  const [{ unread }, set] = useFilter()
  const asked = useAsk(list, { page, size, ...(unread ? { unread: "true" as const } : {}) }, { keep: true })
  const all = useDo(readAll, { done: t("all-read") })
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <Go to="/office/reminders/settings" className="button">
          {t("settings.go")}
        </Go>
      }
    >
      <Answer of={asked} rows={6}>
        {({ items, total, unread: count }) => (
          <>
            <div className="reminders-head">
              <Toggle
                on={unread === "1"}
                onTurn={(on) => set({ unread: on ? "1" : undefined, page: undefined })}
              >
                {t("only-unread", { count })}
              </Toggle>
              {count > 0 ? (
                <Button loading={all.busy} onClick={() => void all.run({})}>
                  {t("read-all")}
                </Button>
              ) : null}
            </div>
            {items.length === 0 ? (
              <Empty title={t(unread ? "none-unread" : "none")}>
                <p>{t("none-more")}</p>
              </Empty>
            ) : (
              <Told items={items} />
            )}
            <div className="reminders-pages">
              <Pagination {...buttons(paged(size, total))} />
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}
