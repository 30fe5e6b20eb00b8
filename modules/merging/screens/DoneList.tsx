import { Button } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { again, done } from "../contract.ts"
import { UnmergeForm } from "./MergeForm.tsx"

type Done = Out<typeof done>
type Merged = Done["merged"][number]
type Apart = Done["apart"][number]

/** What the desk decided, each to be undone: merges, of one need with `into`, and what is not one matter. */
export function DoneList({ at, into }: { at: string | undefined; into: string | undefined }): ReactNode {
  const t = useWords("merging")
  const asked = useAsk(done, { ...(at ? { at } : {}), ...(into ? { into } : {}) })
  return (
    <Answer of={asked} rows={6}>
      {({ merged, apart }) =>
        merged.length + apart.length === 0 ? (
          <Empty title={t("done.none")}>{t("done.none-more")}</Empty>
        ) : (
          <>
            {merged.length > 0 ? <MergedList of={merged} /> : null}
            {apart.length > 0 ? <ApartList of={apart} /> : null}
          </>
        )
      }
    </Answer>
  )
}

function MergedList({ of }: { of: readonly Merged[] }): ReactNode {
  const t = useWords("merging")
  const say = useSay()
  const [undoing, setUndoing] = useState<Merged>()
  return (
    <section className="panel">
      <h2>{t("done.merged")}</h2>
      <List<Merged>
        label={t("done.merged")}
        rows={of}
        rowKey={(m) => m.id}
        columns={[
          {
            key: "need",
            title: t("done.need"),
            show: (m) => (
              <>
                {t("nth", { nth: m.nth })} {m.title}
              </>
            ),
          },
          {
            key: "into",
            title: t("done.into"),
            show: (m) => (
              <Go to={`/office/desk/${m.into.id}`}>
                {t("nth", { nth: m.into.nth })} {m.into.title}
              </Go>
            ),
          },
          { key: "because", title: t("done.because"), show: (m) => m.because },
          { key: "by", title: t("done.by"), show: (m) => `${m.byName} ${say.recorded(m.at)}` },
          {
            key: "undo",
            title: t("done.undo"),
            show: (m) =>
              m.can.undo ? <Button onClick={() => setUndoing(m)}>{t("unmerge.go")}</Button> : t("own"),
          },
        ]}
      />
      {undoing ? (
        <UnmergeForm
          id={undoing.id}
          nth={undoing.nth}
          into={undoing.into.nth}
          onClose={() => setUndoing(undefined)}
        />
      ) : null}
    </section>
  )
}

function ApartList({ of }: { of: readonly Apart[] }): ReactNode {
  const t = useWords("merging")
  const say = useSay()
  const undo = useDo(again, { done: t("apart.undone") })
  return (
    <section className="panel">
      <h2>{t("done.apart")}</h2>
      <List<Apart>
        label={t("done.apart")}
        rows={of}
        rowKey={(a) => a.id}
        columns={[
          {
            key: "needs",
            title: t("done.need"),
            show: (a) => a.needs.map((n) => `${t("nth", { nth: n.nth })} ${n.title}`).join("；"),
          },
          { key: "by", title: t("done.by"), show: (a) => `${a.byName} ${say.day(a.on)}` },
          {
            key: "undo",
            title: t("done.undo"),
            show: (a) =>
              a.can.undo ? (
                <ConfirmButton
                  loading={undo.busy}
                  ask={t("apart.undo-ask")}
                  onConfirm={() => undo.run({ id: a.id })}
                >
                  {t("apart.undo")}
                </ConfirmButton>
              ) : (
                t("own")
              ),
          },
        ]}
      />
    </section>
  )
}
