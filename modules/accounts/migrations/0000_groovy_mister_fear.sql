CREATE TABLE "account" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"code_hash" text,
	"code_expires" timestamp with time zone,
	"totp_secret" text,
	"totp_pending" text,
	"totp_last" integer DEFAULT 0 NOT NULL,
	"admin" boolean DEFAULT false NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_sign_in" timestamp with time zone,
	CONSTRAINT "account_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"university_id" text NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "sign_in_attempt_university_id_key_pk" PRIMARY KEY("university_id","key")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"university" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"device" text NOT NULL,
	"place" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "account_number" ON "account" USING btree ("university_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("university","account_id");--> statement-breakpoint
CREATE INDEX "session_expires" ON "session" USING btree ("expires_at");