import { Modal } from "antd"
import { type ReactNode, useState } from "react"
import { useReturn } from "#kit/web/desk/focus.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { unconfirmed } from "../contract.ts"

interface UnconfirmedProps {
  readonly id: string
  readonly faculty: string
  readonly className?: string
  readonly onClose: () => void
}

const size = 50

/** Who has not confirmed, for those who have to tell them. */
export function Unconfirmed({ id, faculty, className, onClose }: UnconfirmedProps): ReactNode {
  const t = useWords("notices")
  const [page, setPage] = useState(1)
  const asked = useAsk(
    unconfirmed,
    { id, faculty, ...(className ? { className } : {}), page, size },
    { keep: true },
  )
  useReturn()
  return (
    <Modal
      open
      footer={null}
      onCancel={onClose}
      title={t("read.names-of", { name: className ?? faculty })}
      width={560}
    >
      <p className="muted">{t("read.names-lead")}</p>
      <Answer of={asked}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={t("read.names-none")} />
          ) : (
            <List
              label={t("read.names")}
              rows={items}
              rowKey={(p) => p.number}
              paged={{ page, size, total, go: setPage }}
              columns={[
                { key: "name", title: t("field.name"), show: (p) => p.name },
                { key: "number", title: t("field.number"), show: (p) => p.number },
                { key: "class", title: t("field.class"), show: (p) => p.className ?? "—" },
              ]}
            />
          )
        }
      </Answer>
    </Modal>
  )
}
