import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { useWords } from "#kit/web/words.ts"
import type { AssemblySeen } from "./AssemblyPage.tsx"
import { AppointForm, DismissForm } from "./TeamForms.tsx"

export type Body = AssemblySeen["team"][number]
export type Member = Body["people"][number]

/** Who serves in the assembly, body by body. */
export function TeamPart({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  const [adding, setAdding] = useState<Body>()
  const [ending, setEnding] = useState<{ body: Body; member: Member }>()
  return (
    <section className="panel" id="team">
      <h2>{t("team.title")}</h2>
      <ul className="assembly-team">
        {of.team.map((body) => (
          <li key={body.duty}>
            <div className="assembly-body">
              <h3 lang="zh-CN">
                {body.body}{" "}
                {body.people.length > 0 ? (
                  <small className="muted">{t("team.count", { count: body.people.length })}</small>
                ) : null}
              </h3>
              <Can of={of.can} verb="assembly.appoint">
                <Button
                  size="small"
                  onClick={() => setAdding(body)}
                  aria-label={t("team.add-to", { body: body.body })}
                >
                  {t("team.add")}
                </Button>
              </Can>
            </div>
            {body.people.length === 0 ? (
              <p className="muted">{t("team.none")}</p>
            ) : (
              <ul className="assembly-people">
                {body.people.map((member) => (
                  <li key={member.id} title={member.basis}>
                    <span lang="zh-CN">
                      {member.name}
                      {member.lead ? <small>{body.leadTitle}</small> : null}
                    </span>
                    <Can of={of.can} verb="assembly.appoint">
                      <button
                        type="button"
                        className="assembly-drop"
                        aria-label={t("team.end", { name: member.name, body: body.body })}
                        onClick={() => setEnding({ body, member })}
                      >
                        ×
                      </button>
                    </Can>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {adding ? <AppointForm of={of} body={adding} onClose={() => setAdding(undefined)} /> : null}
      {ending ? <DismissForm of={of} {...ending} onClose={() => setEnding(undefined)} /> : null}
    </section>
  )
}
