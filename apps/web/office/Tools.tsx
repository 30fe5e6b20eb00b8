import {
  BulbOutlined,
  CalendarOutlined,
  DownOutlined,
  GlobalOutlined,
  HomeOutlined,
  IdcardOutlined,
  LogoutOutlined,
  SettingOutlined,
  UserOutlined,
} from "@ant-design/icons"
import { Button, Dropdown, type MenuProps } from "antd"
import { lazy, type ReactNode, Suspense, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { forget } from "#kit/web/kept.ts"
import { useAsOf, useGo } from "#kit/web/nav.tsx"
import { choose, type Theme, useSettings } from "#kit/web/settings.ts"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { chooseLanguage, useWords } from "#kit/web/words.ts"
import { signOut } from "#modules/accounts/contract.ts"
import { Bell } from "#modules/reminders/screens/Bell.tsx"

// The calendar is a fifth of antd's weight here; it comes when someone looks back.
const DayPicker = lazy(() => import("#kit/web/desk/DayPicker.tsx"))

/** The top line: as-of day, language, appearance, and who I am in which posts. */
export function Tools({ wide }: { wide: boolean }): ReactNode {
  const t = useWords()
  const { theme } = useSettings()
  const themes: MenuProps["items"] = (["system", "light", "dark"] as Theme[]).map((key) => ({
    key,
    label: t(`theme.${key}`),
  }))
  return (
    <div className="desk-tools">
      <Bell to="/office/reminders" />
      <AsOf wide={wide} />
      <Button
        type="text"
        icon={<GlobalOutlined />}
        onClick={() => void chooseLanguage(t("language.other") === t("language.en") ? "en" : "zh")}
        aria-label={t("language.other")}
      >
        {wide ? t("language.other") : null}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: themes,
          selectable: true,
          selectedKeys: [theme],
          onClick: ({ key }) => choose({ theme: key as Theme }),
        }}
      >
        <Button
          type="text"
          icon={<BulbOutlined />}
          aria-label={`${t("theme.label")}: ${t(`theme.${theme}`)}`}
          title={t("theme.label")}
        />
      </Dropdown>
      <Me wide={wide} />
    </div>
  )
}

function AsOf({ wide }: { wide: boolean }): ReactNode {
  const t = useWords()
  const say = useSay()
  const { university } = useViewer()
  const [asOf, setAsOf] = useAsOf()
  const [choosing, setChoosing] = useState(false)
  const day = asOf ?? university.today
  const button = (
    <Button
      type="text"
      icon={<CalendarOutlined />}
      onClick={() => setChoosing(true)}
      aria-label={`${t("asof.label")} ${say.day(day)}`}
    >
      {wide ? `${t("asof.label")} ${say.day(day)}` : null}
    </Button>
  )
  if (!choosing) return button
  return (
    <Suspense fallback={button}>
      <DayPicker
        value={day}
        max={university.today}
        label={t("asof.choose")}
        open
        onChange={(to) => {
          setAsOf(to === university.today ? undefined : to)
          setChoosing(false)
        }}
        onClose={() => setChoosing(false)}
      />
    </Suspense>
  )
}

function Me({ wide }: { wide: boolean }): ReactNode {
  const t = useWords()
  const go = useGo()
  const { account, capacities } = useViewer()
  const { run } = useDo(signOut)
  const held = capacities.map((c) => `${c.officeName} ${c.title}`)
  const first = held[0] ?? t("me.none")
  const items: MenuProps["items"] = [
    {
      key: "posts",
      type: "group",
      label: t("me.capacities"),
      children: (held.length ? capacities : []).map((c, i) => ({
        key: `post-${i}`,
        disabled: true,
        className: "desk-post",
        label: (
          <>
            {c.officeName} {c.title}
            {c.scopeName ? <small>{c.scopeName}</small> : null}
          </>
        ),
      })),
    },
    { type: "divider" },
    { key: "mine", icon: <IdcardOutlined />, label: t("me.page") },
    { key: "public", icon: <HomeOutlined />, label: t("nav.public") },
    { key: "settings", icon: <SettingOutlined />, label: t("me.settings") },
    { key: "sign-out", icon: <LogoutOutlined />, label: t("me.sign-out") },
  ]
  if (held.length === 0) items.splice(0, 2)
  const onClick: MenuProps["onClick"] = async ({ key }) => {
    if (key === "public") go("/")
    if (key === "settings") go("/office/settings")
    if (key === "mine") go("/me")
    if (key !== "sign-out") return
    forget()
    if (await run({})) location.assign("/sign-in")
  }
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick }}>
      <Button type="text" className="desk-me" icon={<UserOutlined />}>
        <span className="unseen">{t("me.account")} </span>
        <b className={wide ? "" : "unseen"}>{account?.name}</b>
        {wide ? (
          <>
            <span className="desk-post-held">
              {held.length > 1 ? t("me.more", { title: first, count: held.length }) : first}
            </span>
            <DownOutlined />
          </>
        ) : null}
      </Button>
    </Dropdown>
  )
}
