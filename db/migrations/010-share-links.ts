import type { Knex } from 'knex';

/**
 * Links that show a campaign or a convoy to people without an account. The secret is not stored: it is made from the
 * id and the server's own secret, so that a link can be copied again, and a stolen database opens nothing.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    CREATE TABLE share_links (
      id           uuid PRIMARY KEY,
      kind         text NOT NULL CONSTRAINT share_links_kind_check CHECK (kind IN ('wall', 'convoy')),
      precision    text NOT NULL CONSTRAINT share_links_precision_check CHECK (precision IN ('exact', 'coarse')),
      label        text NOT NULL CHECK (label <> ''),
      campaign_id  uuid NOT NULL REFERENCES campaigns,
      convoy_id    uuid REFERENCES convoys,
      created_by   uuid NOT NULL REFERENCES users,
      created_at   timestamptz NOT NULL,
      expires_at   timestamptz NOT NULL,
      revoked_at   timestamptz,
      revoked_by   uuid REFERENCES users,
      last_used_at timestamptz,
      use_count    integer NOT NULL DEFAULT 0,
      CHECK ((kind = 'convoy') = (convoy_id IS NOT NULL)),
      CHECK (created_at < expires_at)
    );
    CREATE INDEX share_links_by_campaign ON share_links (campaign_id, created_at DESC);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('DROP TABLE share_links;');
}
