import type { Actor } from "#kit/server/actor.ts"
import {
  classes,
  faculties,
  type RoomSamples,
  sample,
  simple,
  unions,
  university,
} from "#kit/server/samples.ts"
import type {
  mayFollow,
  mayKeep,
  mayName,
  mayOpen,
  mayPass,
  mayRemind,
  mayWithdraw,
  mayWrite,
  Seen,
} from "./abilities.ts"
import type { Notice } from "./store.ts"

const everybody = {
  everybody: true,
  faculties: [],
  classes: [],
  grades: [],
  groups: [],
  level: "all",
  live: 1,
}
const from = (office: string, place: string): Notice => ({ ...everybody, office, place }) as unknown as Notice

const senders = {
  校学生会拟的: from("union", unions.school.id),
  本学院学生会拟的: from("union", unions.own.id),
  学校团委拟的: from("school-league", university.id),
  本学院团组织拟的: from("faculty-league", faculties.own.id),
} as const
const noun = <T>(of: (notice: Notice) => T) =>
  Object.fromEntries(Object.entries(senders).map(([name, notice]) => [name, of(notice)])) as Record<
    keyof typeof senders,
    T
  >

const own = (actor: Actor): Seen["unions"] =>
  Object.values(unions).filter((u) => actor.capacities.some((c) => c.scope.id === u.id))
const kept = (name: string) =>
  sample<typeof mayKeep>(
    name,
    noun((notice) => ({ loaded: { notice } })),
  )
const followed = (name: string) =>
  sample<typeof mayFollow>(name, {
    "已发布，发给全体": {
      loadedFor: (actor) => ({ notice: senders.学校团委拟的, unions: own(actor), chain: false }),
    },
    "没有发布，校学生会拟的": {
      loadedFor: (actor) => ({
        notice: { ...senders.校学生会拟的, live: null },
        unions: own(actor),
        chain: false,
      }),
    },
  })
const names = [classes.own.name] as const
const passed = { faculty: faculties.own.name, unions: [unions.own] } as const

export const samples: RoomSamples = {
  room: "通知",
  verbs: {
    "notices.save": sample<typeof mayWrite>("拟写通知", {
      以校学生会名义: { loaded: {} as never, input: { from: senders.校学生会拟的 } as never },
      以本学院学生会名义: { loaded: {} as never, input: { from: senders.本学院学生会拟的 } as never },
      以学校团委名义: { loaded: {} as never, input: { from: senders.学校团委拟的 } as never },
      以本学院团组织名义: { loaded: {} as never, input: { from: senders.本学院团组织拟的 } as never },
    }),
    "notices.submit": kept("提交审核"),
    "notices.discard": kept("删除草稿"),
    "notices.correct": kept("更正已发布的通知"),
    "notices.withdraw": sample<typeof mayWithdraw>(
      "撤回已发布的通知",
      noun((notice) => ({ loaded: { notice } })),
    ),
    "notices.pass": sample<typeof mayPass>("登记传达", {
      本学院传达到班级: { loaded: { ...passed, classNames: [] } },
      本班传达到同学: { loaded: { ...passed, classNames: names } },
    }),
    "notices.remind": sample<typeof mayRemind>("提醒阅读和传达", {
      "学校团委发布的，全部范围": {
        loadedFor: (actor) => ({ notice: senders.学校团委拟的, unions: own(actor) }),
        input: {},
      },
      "学校团委发布的，本学院": {
        loadedFor: (actor) => ({ notice: senders.学校团委拟的, unions: own(actor) }),
        input: { faculty: faculties.own.name },
      },
      "学校团委发布的，本班": {
        loadedFor: (actor) => ({ notice: senders.学校团委拟的, unions: own(actor) }),
        input: { faculty: faculties.own.name, className: classes.own.name },
      },
    }),
    "notices.list": simple("查看通知工作"),
    "notices.one": followed("查看一件通知的办理"),
    "notices.reach": followed("查看送达和传达情况"),
    "notices.unconfirmed": sample<typeof mayName>("查看没有确认的同学", {
      本学院: { loaded: undefined, input: { faculty: faculties.own.name } },
      本班: { loaded: undefined, input: { faculty: faculties.own.name, className: classes.own.name } },
    }),
    "notices.form": sample<typeof mayWrite>("打开通知起草页面", {
      以任何名义: { loaded: { sender: undefined } },
    }),
    "notices.public-list": simple("查看通知"),
    "notices.public-one": sample<typeof mayOpen>("阅读通知", {
      "公开的，或者发给本人的": { loaded: { reaches: true } },
      不公开也不发给本人的: { loaded: { reaches: false } },
    }),
    "notices.open": sample<typeof mayOpen>("登记已读", {
      "公开的，或者发给本人的": { loaded: { reaches: true } },
      不公开也不发给本人的: { loaded: { reaches: false } },
    }),
    "notices.confirm": sample<typeof mayOpen>("确认已阅", {
      发给本人的: { loaded: { reaches: true } },
      不发给本人的: { loaded: { reaches: false } },
    }),
  },
}
