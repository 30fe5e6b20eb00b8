import type { Person } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { coursesModule, kindsOf, inboxItems as ofCourses } from "#modules/courses/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { findings } from "#modules/findings/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { articles } from "#policy/index.ts"
import { inboxItems } from "./inbox.ts"
import { leadership } from "./module.ts"
import { jointKind } from "./rounds.ts"

/** A university with its Party committee, both offices of 9.4, a faculty, and unions of both levels. */
export async function leadershipWorld() {
  const w = await testWorld({
    modules: [
      coursesModule([jointKind]),
      charterModule(articles),
      congressModule,
      evidence,
      leadership,
      findings,
      inboxModule([ofCourses(kindsOf([jointKind])), inboxItems]),
    ],
  })
  await addFaculty(w, "文学院")
  const school = await addUnion(w, {
    name: "桥梁大学学生会",
    posts: [{ number: "S1", kind: "presidium", title: "执行主席" }],
  })
  const faculty = await addUnion(w, {
    name: "文学院学生会",
    level: "faculty",
    faculty: "文学院",
    posts: [{ number: "S2", kind: "presidium", title: "主席团成员" }],
  })
  await hold(w, { kind: "school-party", number: "P1", title: "书记" })
  await hold(w, { kind: "school-party", number: "P2", post: "clerk" })
  await hold(w, { kind: "student-affairs", number: "A1" })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-league", number: "L2", post: "deputy-secretary", designated: true })
  await hold(w, { kind: "school-league", number: "L9", post: "clerk" })
  await hold(w, { kind: "student-affairs", number: "A9", post: "clerk" })
  await hold(w, { kind: "faculty-party", number: "F1", faculty: "文学院" })
  await hold(w, { kind: "faculty-league", number: "F2", faculty: "文学院" })
  return { w, school, faculty }
}

/** A file this person has sent to the room. */
export async function sendFile(person: Person, name = "材料.pdf", words = name): Promise<string> {
  const boundary = "----leadership"
  const payload = [
    `--${boundary}`,
    `content-disposition: form-data; name="file"; filename="${name}"`,
    "content-type: application/octet-stream",
    "",
    words,
    `--${boundary}--`,
    "",
  ].join("\r\n")
  const sent = await person.send({
    method: "POST",
    url: "/api/leadership/files",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  return (sent.json() as { id: string }).id
}

/** Status with which a person is answered who asks for a file. */
export const fetchStatus = async (person: Person, id: string): Promise<number> =>
  (await person.send({ method: "GET", url: `/api/leadership/files/${id}` })).statusCode
