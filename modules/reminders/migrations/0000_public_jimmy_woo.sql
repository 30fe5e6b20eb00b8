CREATE TABLE "delivery" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"owner" text NOT NULL,
	"address" text,
	"subject" text NOT NULL,
	"text" text,
	"state" text DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "delivery_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "mailing" (
	"university_id" text NOT NULL,
	"number" text NOT NULL,
	"frequency" text DEFAULT 'off' NOT NULL,
	"address" text,
	"pending" text,
	"code_hash" text,
	"code_expires" timestamp with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"last_digest" text,
	CONSTRAINT "mailing_university_id_number_pk" PRIMARY KEY("university_id","number")
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"href" text NOT NULL,
	"clause" text,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "reminder_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "robot" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"owner_id" text NOT NULL,
	"owner_name" text NOT NULL,
	"office" text NOT NULL,
	"place" text NOT NULL,
	"kind" text NOT NULL,
	"url" text NOT NULL,
	"secret" text,
	"turned_on" boolean DEFAULT false NOT NULL,
	"by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_sent" timestamp with time zone,
	"last_error" text,
	"last_digest" text,
	CONSTRAINT "robot_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("university_id","state","next_at");--> statement-breakpoint
CREATE INDEX "delivery_owner" ON "delivery" USING btree ("university_id","owner");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_key" ON "reminder" USING btree ("university_id","number","key");--> statement-breakpoint
CREATE INDEX "reminder_person" ON "reminder" USING btree ("university_id","number","id");--> statement-breakpoint
CREATE INDEX "robot_owner" ON "robot" USING btree ("university_id","owner_id");