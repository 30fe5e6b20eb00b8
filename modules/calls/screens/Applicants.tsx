import { DownloadOutlined } from "@ant-design/icons"
import { Button, Input, Select } from "antd"
import type { ReactNode } from "react"
import type { In, Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { applicants, type work } from "../contract.ts"
import { usePost } from "./Parts.tsx"

const size = 50
type Row = Out<typeof applicants>["items"][number]
type Asked = In<typeof applicants>

/** Who applied, with the conditions as they were judged; looked through, sorted, taken away as a workbook. */
export function Applicants({ call }: { call: Out<typeof work> }): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  const post = usePost()
  const [{ page = "1", text, post: wanted, verdict, sort }, set] = useFilter()
  const looked = {
    text,
    post: wanted,
    verdict: verdict as Asked["verdict"],
    sort: sort as Asked["sort"],
  }
  const asked = useAsk(applicants, { id: call.id, ...looked, page, size }, { keep: true })
  const whole = asked.data?.whole ?? false
  const fields = Object.entries(looked).flatMap(([k, v]) => (v ? [[k, v]] : []))
  const address = `/api/calls/${call.id}/applicants.xlsx?${new URLSearchParams(fields)}`
  const shown = (row: Row, clause: string) => {
    const c = row.conditions?.find((x) => x.clause === clause)
    return c ? (
      <span className="calls-cell">
        <Verdict is={c.verdict} />
        <span lang="zh-CN">{c.because}</span>
      </span>
    ) : (
      <span className="muted">{t("applicants.hidden")}</span>
    )
  }
  return (
    <section className="calls-applicants" aria-labelledby="applicants">
      <div className="calls-applicants-head">
        <h2 id="applicants">{t("applicants.title")}</h2>
        {asked.data?.total ? (
          <Button icon={<DownloadOutlined />} href={address}>
            {t("applicants.export")}
          </Button>
        ) : null}
      </div>
      <Find call={call} whole={whole} />
      <Answer of={asked} rows={8}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={t("applicants.none")}>
              <p>{t(fields.length ? "applicants.none-found" : "applicants.none-yet")}</p>
            </Empty>
          ) : (
            <>
              <p className="muted" role="status">
                {t("applicants.count", { count: total })}
                {whole ? null : t("applicants.plain")}
              </p>
              <List
                label={t("applicants.list")}
                rows={items}
                rowKey={(a) => a.id}
                busy={asked.isPlaceholderData}
                paged={{ page: Number(page), size, total, go: (to) => set({ page: `${to}` }) }}
                columns={[
                  {
                    key: "name",
                    title: t("applicants.name"),
                    show: (a) => (
                      <span className="calls-name">
                        <Go to={`/office/calls/applicants/${a.id}`}>{a.name}</Go>
                      </span>
                    ),
                  },
                  {
                    key: "class",
                    title: t("applicants.class"),
                    show: (a) => (
                      <span className="calls-cell">
                        <span>{a.faculty}</span>
                        <span className="muted">{a.className ?? t("grade", { grade: a.grade })}</span>
                      </span>
                    ),
                  },
                  {
                    key: "post",
                    title: t("call.post"),
                    show: (a) => post({ kind: a.postKind, department: a.department }),
                  },
                  {
                    key: "source",
                    title: t("apply.source"),
                    show: (a) => (
                      <span className="calls-cell">
                        <span>{t(`source.${a.source}`)}</span>
                        {a.sourceOnRecord ? <span className="muted">{a.sourceOnRecord}</span> : null}
                      </span>
                    ),
                  },
                  ...(whole
                    ? ["4.1", "4.3"].map((clause) => ({
                        key: clause,
                        title: t(`condition.${clause.replace(".", "-")}`),
                        show: (a: Row) => shown(a, clause),
                      }))
                    : []),
                  {
                    key: "status",
                    title: t("desk.status"),
                    show: (a) => (
                      <span className="calls-cell">
                        <span>{t(`application.${a.status}`)}</span>
                        <span className="muted calls-name">{say.day(a.submittedOn)}</span>
                      </span>
                    ),
                  },
                ]}
              />
            </>
          )
        }
      </Answer>
    </section>
  )
}

function Find({ call, whole }: { call: Out<typeof work>; whole: boolean }): ReactNode {
  const t = useWords("calls")
  const label = usePost()
  const [{ text, post, verdict, sort = "submitted" }, set] = useFilter()
  const sorts = ["submitted", "name", "faculty", "grade", ...(whole ? ["rank"] : [])]
  return (
    <div className="calls-find">
      <Input.Search
        key={text ?? ""}
        allowClear
        defaultValue={text}
        maxLength={40}
        placeholder={t("applicants.find")}
        aria-label={t("applicants.find")}
        onSearch={(to) => set({ text: to.trim() || undefined, page: undefined })}
      />
      <Select
        allowClear
        aria-label={t("call.post")}
        placeholder={t("applicants.every-post")}
        value={post ?? null}
        onChange={(to?: string) => set({ post: to ?? undefined, page: undefined })}
        options={call.posts.map((p) => ({ value: p.id, label: label(p) }))}
        popupMatchSelectWidth={false}
      />
      {whole || verdict ? (
        <Select
          allowClear
          aria-label={t("applicants.conditions")}
          placeholder={t("applicants.every-verdict")}
          value={verdict ?? null}
          onChange={(to?: string) => set({ verdict: to ?? undefined, page: undefined })}
          options={["met", "unknown"].map((v) => ({ value: v, label: t(`applicants.is-${v}`) }))}
        />
      ) : null}
      <Select
        aria-label={t("applicants.sort")}
        value={sort}
        onChange={(to: string) => set({ sort: to === "submitted" ? undefined : to, page: undefined })}
        options={sorts.map((s) => ({ value: s, label: t(`sort.${s}`) }))}
      />
    </div>
  )
}
