import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { delegations, people, replaced } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"
import { HeadForm } from "./HeadForm.tsx"
import { ReplaceForm } from "./ReplaceForm.tsx"
import { TransferForm } from "./TransferForm.tsx"

export type Person = Out<typeof people>["items"][number]
const size = 50
const orders = ["delegation", "code", "number", "grade"] as const

/** Everybody who attends, a page at a time. */
export function PeoplePart({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const [filter] = useFilter()
  const { text, delegation, source, voting } = filter
  const order = orders.find((o) => o === filter.order)
  const [doing, setDoing] = useState<{ what: "replace" | "transfer" | "head"; person: Person }>()
  const asked = useAsk(
    people,
    {
      assembly: of.assembly.id,
      text,
      delegation,
      ...(source ? { source: source as Person["source"] } : {}),
      ...(voting ? { voting: voting as "true" | "false" } : {}),
      ...(order ? { order } : {}),
      page: usePage(),
      size,
    },
    { keep: true },
  )
  const close = () => setDoing(undefined)
  const may = (["replace", "transfer", "head"] as const).filter(
    (what) => of.can[`delegates.${what === "head" ? "name-head" : what}`],
  )
  return (
    <>
      <Find of={of} />
      <Listed
        of={asked}
        size={size}
        label={t("tab.people")}
        rowKey={(p) => p.id}
        none={
          <Empty title={t(text || delegation || source || voting ? "people.none-found" : "people.none")}>
            <p>{t("people.none-more")}</p>
          </Empty>
        }
        head={(total) => (
          <p className="muted" role="status">
            {t("people.count", { count: total })}
          </p>
        )}
        columns={[
          {
            key: "name",
            title: t("name"),
            show: (p) => (
              <span className="delegates-who">
                {p.name}
                {p.head ? <span className="tag">{t("head.tag")}</span> : null}
                {p.voting ? null : <span className="tag">{t("observer")}</span>}
              </span>
            ),
          },
          {
            key: "code",
            title: t("code"),
            phone: "titled",
            show: (p) => (p.code === null ? "" : `${p.code}`.padStart(4, "0")),
          },
          { key: "number", title: t("number"), phone: "plain", show: (p) => p.number },
          { key: "delegation", title: t("delegation"), phone: "plain", show: (p) => p.delegation },
          // In a faculty's own congress the delegation is the class.
          ...(of.union.level === "faculty"
            ? []
            : [
                {
                  key: "class",
                  title: t("class"),
                  phone: "plain" as const,
                  show: (p: Person) => p.className ?? t("grade", { grade: p.grade }),
                },
              ]),
          {
            key: "source",
            title: t("source"),
            phone: "plain",
            show: (p) => (p.voting ? (p.society ?? t(`sources.${p.source}`)) : ""),
          },
          { key: "cadre", title: t("cadre"), phone: "none", show: (p) => (p.cadre ? t("yes") : "") },
          {
            key: "basis",
            title: t("basis"),
            phone: "none",
            show: (p) => <small className="muted">{p.basis}</small>,
          },
          ...(may.length > 0
            ? [
                {
                  key: "do",
                  title: t("deeds"),
                  phone: "plain" as const,
                  show: (p: Person) => (
                    <span className="delegates-acts">
                      {may
                        .filter((what) => what !== "head" || (p.voting && !p.head))
                        .map((what) => (
                          <Button
                            key={what}
                            size="small"
                            aria-label={t(`${what}.of`, { name: p.name })}
                            onClick={() => setDoing({ what, person: p })}
                          >
                            {t(`${what}.short`)}
                          </Button>
                        ))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Replaced of={of} />
      {doing?.what === "replace" ? <ReplaceForm of={of} person={doing.person} onClose={close} /> : null}
      {doing?.what === "transfer" ? <TransferForm of={of} person={doing.person} onClose={close} /> : null}
      {doing?.what === "head" ? <HeadForm of={of} person={doing.person} onClose={close} /> : null}
    </>
  )
}

function Find({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const [{ text, delegation, source, voting, order }, set] = useFilter()
  const groups = useAsk(delegations, { assembly: of.assembly.id })
  const all = (field: Record<string, string | undefined>) => set({ ...field, page: undefined })
  return (
    <div className="delegates-find">
      <Input.Search
        key={text ?? ""}
        allowClear
        defaultValue={text}
        maxLength={40}
        placeholder={t("find.text")}
        aria-label={t("find.text")}
        onSearch={(to) => all({ text: to.trim() || undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("delegation")}
        placeholder={t("delegation")}
        value={delegation ?? null}
        onChange={(to?: string) => all({ delegation: to ?? undefined })}
        options={(groups.data?.items ?? []).map((d) => ({ value: d.name, label: d.name }))}
        popupMatchSelectWidth={false}
      />
      <Select
        allowClear
        aria-label={t("source")}
        placeholder={t("source")}
        value={voting === "false" ? "observer" : (source ?? null)}
        onChange={(to?: string) =>
          all(
            to === "observer"
              ? { voting: "false", source: undefined }
              : { source: to ?? undefined, voting: undefined },
          )
        }
        options={[
          ...(["class", "organisation", "ex-officio"] as const).map((s) => ({
            value: s as string,
            label: t(`sources.${s}`),
          })),
          { value: "observer", label: t("observer") },
        ]}
      />
      <Select
        aria-label={t("find.order")}
        value={order ?? "delegation"}
        onChange={(to: string) => all({ order: to === "delegation" ? undefined : to })}
        options={orders.map((o) => ({ value: o, label: t(`orders.${o}`) }))}
      />
      <Files of={of} />
    </div>
  )
}

function Files({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  if (of.voting + of.observers === 0) return null
  const at = `/api/delegates/${of.assembly.id}`
  return (
    <span className="delegates-files">
      {(["delegates.xlsx", "roster.pdf", "cards.pdf"] as const).map((file) => (
        <a key={file} href={`${at}/${file}`} className="button">
          {t(`files.${file.split(".")[0]}`)}
        </a>
      ))}
    </span>
  )
}

function Replaced({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const say = useSay()
  return (
    <Answer of={useAsk(replaced, { assembly: of.assembly.id })} rows={1}>
      {({ items }) =>
        items.length === 0 ? null : (
          <section className="panel">
            <h2>{t("replaced.title", { count: items.length })}</h2>
            <ul className="delegates-rows">
              {items.map((r) => (
                <li key={r.id}>
                  <span>
                    <b>{r.name}</b> {r.delegation}
                    {r.by ? t("replaced.by", { name: r.by }) : ""}
                  </span>
                  <span className="muted">
                    {say.day(r.to)} {r.because}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  )
}
