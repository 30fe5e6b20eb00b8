CREATE TABLE "election_device" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "election_device_university_id_assembly_id_number_version_pk" PRIMARY KEY("university_id","assembly_id","number","version")
);
--> statement-breakpoint
CREATE TABLE "election" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"union_id" text NOT NULL,
	"uuid" text NOT NULL,
	"series" text NOT NULL,
	"previous" text,
	"round" integer NOT NULL,
	"title" text NOT NULL,
	"office" text NOT NULL,
	"post" text NOT NULL,
	"seats" integer NOT NULL,
	"mode" text NOT NULL,
	"method" text NOT NULL,
	"group_name" text NOT NULL,
	"tie" text NOT NULL,
	"candidates" jsonb NOT NULL,
	"trust" jsonb NOT NULL,
	"trustees" jsonb NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"tellers" jsonb NOT NULL,
	"state" text NOT NULL,
	"rules" text,
	"rules_basis" text,
	"rules_on" text,
	"present" integer,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"counted_on" text,
	"announced_on" text,
	"course_id" text,
	"ratified_on" text,
	"filed_on" text,
	"receipt" text,
	"because" text,
	"result" jsonb,
	CONSTRAINT "election_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "election_envelope" (
	"university_id" text NOT NULL,
	"election_id" text NOT NULL,
	"version" integer NOT NULL,
	"number" text NOT NULL,
	"key" text,
	"sealed" text,
	CONSTRAINT "election_envelope_university_id_election_id_version_number_pk" PRIMARY KEY("university_id","election_id","version","number")
);
--> statement-breakpoint
CREATE TABLE "election_event" (
	"university_id" text NOT NULL,
	"election_id" text NOT NULL,
	"height" integer NOT NULL,
	"type" text NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"tracker" text,
	"credential" text,
	"owner" integer,
	CONSTRAINT "election_event_university_id_election_id_height_pk" PRIMARY KEY("university_id","election_id","height")
);
--> statement-breakpoint
CREATE TABLE "election_head" (
	"university_id" text NOT NULL,
	"election_id" text NOT NULL,
	"timestamp" integer NOT NULL,
	"height" integer NOT NULL,
	"hash" text NOT NULL,
	"casting" boolean NOT NULL,
	"ballots" integer NOT NULL,
	"election" text NOT NULL,
	"trustees" text NOT NULL,
	"credentials" text NOT NULL,
	CONSTRAINT "election_head_university_id_election_id_pk" PRIMARY KEY("university_id","election_id")
);
--> statement-breakpoint
CREATE TABLE "election_issue" (
	"university_id" text NOT NULL,
	"election_id" text NOT NULL,
	"version" integer NOT NULL,
	"credentials" text NOT NULL,
	"issued" integer NOT NULL,
	"officer" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "election_issue_university_id_election_id_version_pk" PRIMARY KEY("university_id","election_id","version")
);
--> statement-breakpoint
CREATE TABLE "election_message" (
	"university_id" text NOT NULL,
	"election_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"trustee" integer NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "election_message_university_id_election_id_attempt_trustee_kind_pk" PRIMARY KEY("university_id","election_id","attempt","trustee","kind")
);
--> statement-breakpoint
CREATE TABLE "election_seated" (
	"university_id" text NOT NULL,
	"post_id" text NOT NULL,
	"election_id" text NOT NULL,
	"number" text NOT NULL,
	CONSTRAINT "election_seated_university_id_post_id_pk" PRIMARY KEY("university_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "election_sheet" (
	"university_id" text NOT NULL,
	"election_id" text NOT NULL,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "election_sheet_university_id_election_id_number_version_pk" PRIMARY KEY("university_id","election_id","number","version")
);
--> statement-breakpoint
CREATE TABLE "election_signing_key" (
	"university_id" text NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "election_signing_key_university_id_pk" PRIMARY KEY("university_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "election_uuid" ON "election" USING btree ("university_id","uuid");--> statement-breakpoint
CREATE UNIQUE INDEX "election_round" ON "election" USING btree ("university_id","series","round");--> statement-breakpoint
CREATE INDEX "election_assembly" ON "election" USING btree ("university_id","assembly_id");--> statement-breakpoint
CREATE INDEX "election_union" ON "election" USING btree ("university_id","union_id","office");--> statement-breakpoint
CREATE UNIQUE INDEX "election_event_tracker" ON "election_event" USING btree ("university_id","election_id","tracker");--> statement-breakpoint
CREATE INDEX "election_event_credential" ON "election_event" USING btree ("university_id","election_id","credential","height");--> statement-breakpoint
CREATE INDEX "election_seated_of" ON "election_seated" USING btree ("university_id","election_id");