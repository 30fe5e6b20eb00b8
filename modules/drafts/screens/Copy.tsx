import { PlusOutlined } from "@ant-design/icons"
import { Button, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { draftsChange } from "../contract.ts"
import { type Draft, ending, moving, type Op, type Post, without, withoutDepartment } from "./editing.ts"
import { PostForm } from "./PostForm.tsx"

type Asked = { add: string | null } | { move: Post } | null

/** The roster of the copy with what may be tried on it. Every change is kept at once in the draft. */
export function Copy({ seen }: { seen: Draft }): ReactNode {
  const t = useWords("drafts")
  const [asked, setAsked] = useState<Asked>(null)
  const { run, busy, refused, forget } = useDo(draftsChange, { quiet: true })
  const ops: readonly Op[] = seen.draft.list
  const change = async (to: Op[]) => {
    forget()
    return (await run({ id: seen.draft.id, ops: to })) !== undefined
  }
  const names = seen.departments.filter((d) => d.change !== "closed").map((d) => d.name)
  const placed = new Set(seen.departments.map((d) => d.name))
  const presidium = seen.posts.filter((p) => p.kind === "presidium")
  const other = seen.posts.filter(
    (p) => p.kind !== "presidium" && (p.department === null || !placed.has(p.department)),
  )
  const may = seen.can.change
  const lines = (posts: readonly Post[]) => (
    <ul className="drafts-posts">
      {posts.map((p) => (
        <Line
          key={p.id}
          post={p}
          may={may && !busy}
          onEnd={() => void change(p.change === "added" ? without(ops, p.id) : ending(ops, p.id))}
          onBack={() => void change(without(ops, p.id))}
          onMove={() => setAsked({ move: p })}
        />
      ))}
    </ul>
  )
  return (
    <section aria-label={t("copy.title")} aria-busy={busy} className="drafts-copy">
      {refused && !asked ? <Problem refusal={refused} /> : null}
      {presidium.length ? (
        <section className="panel">
          <h2>{t("kinds.presidium")}</h2>
          {lines(presidium)}
        </section>
      ) : null}
      {seen.departments.map(({ name, change: how }) => {
        const posts = seen.posts.filter((p) => p.kind !== "presidium" && p.department === name)
        const inside = posts.filter((p) => p.change !== "ended").length
        return (
          <section key={name} className={`panel drafts-department-${how}`}>
            <header className="drafts-head">
              <h2>
                {name} <span className="muted">{t("copy.people", { count: inside })}</span>{" "}
                {how === "same" ? null : <span className="tag">{t(`copy.${how}`)}</span>}
              </h2>
              {may ? (
                <span className="drafts-do">
                  {how === "same" ? (
                    <Button
                      size="small"
                      disabled={busy || inside > 0}
                      title={inside ? t("copy.not-empty") : ""}
                      onClick={() => void change([...ops, { op: "close-department", name }])}
                    >
                      {t("copy.close")}
                    </Button>
                  ) : (
                    <Button
                      size="small"
                      disabled={busy}
                      onClick={() => void change(withoutDepartment(ops, name))}
                    >
                      {t("copy.back")}
                    </Button>
                  )}
                  {how === "closed" ? null : (
                    <Button size="small" icon={<PlusOutlined />} onClick={() => setAsked({ add: name })}>
                      {t("copy.add")}
                    </Button>
                  )}
                </span>
              ) : null}
            </header>
            {lines(posts)}
          </section>
        )
      })}
      {other.length ? (
        <section className="panel">
          <h2>{t("copy.other")}</h2>
          {lines(other)}
        </section>
      ) : null}
      {may ? (
        <section className="panel drafts-new">
          <h2>{t("copy.more")}</h2>
          <Button icon={<PlusOutlined />} onClick={() => setAsked({ add: null })}>
            {t("copy.add")}
          </Button>
          <NewDepartment busy={busy} onAdd={(name) => change([...ops, { op: "add-department", name }])} />
        </section>
      ) : null}
      {asked ? (
        <PostForm
          departments={names}
          {...("move" in asked ? { post: asked.move } : { department: asked.add })}
          refused={refused}
          busy={busy}
          onClose={() => {
            forget()
            setAsked(null)
          }}
          onDone={async (place, number) => {
            const to: Op[] =
              "move" in asked
                ? moving(ops, asked.move.id, place)
                : [...ops, { op: "add-post", number, name: "", ...place }]
            if (await change(to)) setAsked(null)
          }}
        />
      ) : null}
    </section>
  )
}

interface LineProps {
  readonly post: Post
  readonly may: boolean
  readonly onEnd: () => void
  readonly onBack: () => void
  readonly onMove: () => void
}

function Line({ post: p, may, onEnd, onBack, onMove }: LineProps): ReactNode {
  const t = useWords("drafts")
  return (
    <li className={`drafts-post drafts-post-${p.change}`}>
      <span className="drafts-who">
        <b>{p.name}</b> <span>{p.title}</span>
        {p.kind === "listed" ? <span className="tag drafts-listed">{t("copy.listed")}</span> : null}
        {p.change === "same" ? null : <span className="tag">{t(`copy.${p.change}`)}</span>}
        <small className="muted">
          {[p.faculty, p.number, p.was ? t("copy.was", { was: p.was }) : ""].filter(Boolean).join(" · ")}
        </small>
      </span>
      {may ? (
        <span className="drafts-do">
          {p.change === "moved" || p.change === "ended" ? (
            <Button size="small" type="text" onClick={onBack} aria-label={`${t("copy.back")} ${p.name}`}>
              {t("copy.back")}
            </Button>
          ) : null}
          {p.change === "ended" ? null : (
            <>
              <Button size="small" type="text" onClick={onMove} aria-label={`${t("copy.move")} ${p.name}`}>
                {t("copy.move")}
              </Button>
              <Button
                size="small"
                type="text"
                danger
                onClick={onEnd}
                aria-label={`${t("copy.end")} ${p.name}`}
              >
                {t(p.change === "added" ? "copy.remove" : "copy.end")}
              </Button>
            </>
          )}
        </span>
      ) : null}
    </li>
  )
}

function NewDepartment({
  busy,
  onAdd,
}: {
  busy: boolean
  onAdd: (name: string) => Promise<boolean>
}): ReactNode {
  const t = useWords("drafts")
  const [name, setName] = useState("")
  const add = async () => {
    if (name.trim() && (await onAdd(name.trim()))) setName("")
  }
  return (
    <div className="drafts-row">
      <Input
        value={name}
        maxLength={60}
        aria-label={t("copy.department-name")}
        placeholder={t("copy.department-name")}
        onChange={(e) => setName(e.target.value)}
        onPressEnter={() => void add()}
      />
      <Button disabled={busy || !name.trim()} onClick={() => void add()}>
        {t("copy.add-department")}
      </Button>
    </div>
  )
}
