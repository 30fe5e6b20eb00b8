import { type RoomSamples, sample, simple, unions, university } from "#kit/server/samples.ts"
import type { mayKeepRobot } from "./abilities.ts"

/** As the cast names the League committee. */
const league = { ownerId: `school-league ${university.id}` }
const union = { ownerId: unions.school.id }

const ofRobot = (name: string) =>
  sample<typeof mayKeepRobot>(name, { 校团委的: { loaded: league }, 校学生会的: { loaded: union } })

export const samples: RoomSamples = {
  room: "提醒",
  verbs: {
    "reminders.list": simple("查看自己的提醒"),
    "reminders.count": simple("查看自己有几条未读提醒"),
    "reminders.read": simple("把自己的提醒标为已读"),
    "reminders.read-all": simple("把自己的提醒全部标为已读"),
    "reminders.settings": simple("查看自己的提醒设置"),
    "reminders.address": simple("填写自己的邮箱"),
    "reminders.confirm": simple("确认自己的邮箱"),
    "reminders.frequency": simple("设置邮件汇总"),
    "reminders.forget": simple("删除自己的邮箱"),
    "reminders.add-robot": {
      name: "添加群机器人",
      cases: [
        { of: "校团委的", input: league },
        { of: "校学生会的", input: union },
      ],
    },
    "reminders.turn-robot": ofRobot("开启、停用群机器人"),
    "reminders.remove-robot": ofRobot("移除群机器人"),
    "reminders.try-robot": ofRobot("试发群机器人消息"),
    "reminders.machine": simple("查看运行状况"),
    "reminders.retry": simple("重新发送没有发出的消息"),
  },
}
