/**
 * Every way in which the vault answers "could not". Kinds are never renamed after release. Ids and numbers only: never
 * a person, a place, or what someone said. Sentences for people are made from these in each app's `words`.
 */
export type Problem =
  // this device
  | { readonly kind: "locked" }
  | { readonly kind: "vault-exists" }
  | { readonly kind: "no-vault" }
  | { readonly kind: "wrong-passphrase" }
  | { readonly kind: "weak-passphrase"; readonly least: number }
  | { readonly kind: "another-writer" }
  | { readonly kind: "disk-full" }
  | { readonly kind: "no-storage" }
  | { readonly kind: "damaged-file"; readonly what: string }
  | { readonly kind: "not-a-backup" }
  | { readonly kind: "stopped-by-person" }
  /** What held the keys ended in the middle: a closed tab, a crashed worker. Saved work is on disk; this may not be. */
  | { readonly kind: "vault-stopped" }
  // records
  | { readonly kind: "no-such-record"; readonly id: string }
  | { readonly kind: "no-such-version"; readonly id: string; readonly field: string }
  | { readonly kind: "no-such-space"; readonly space: string }
  | { readonly kind: "which-space"; readonly spaces: readonly string[] }
  | { readonly kind: "unknown-type"; readonly type: string }
  | {
      readonly kind: "bad-field";
      readonly type: string;
      readonly field: string;
      readonly reason: string;
      readonly draft: number;
    }
  | { readonly kind: "mixed-spaces" }
  | { readonly kind: "record-too-large"; readonly draft: number; readonly bytes: number; readonly most: number }
  | { readonly kind: "not-a-file-record"; readonly id: string }
  | { readonly kind: "file-not-here"; readonly id: string; readonly missing: number }
  | { readonly kind: "file-altered"; readonly id: string }
  // members
  | { readonly kind: "not-allowed"; readonly needs: "keeper" | "writer" }
  | { readonly kind: "not-in-circle"; readonly circle: number }
  | { readonly kind: "no-such-member"; readonly member: string }
  | { readonly kind: "last-keeper" }
  | { readonly kind: "bad-link" }
  | { readonly kind: "link-expired" }
  | { readonly kind: "link-used" }
  | { readonly kind: "wrong-code"; readonly waiting: number }
  | { readonly kind: "already-member" }
  /** Somebody else who has the link answered the guest. The guest is in the roster; what they were told is not ours. */
  | { readonly kind: "answered-by-another"; readonly member: string }
  // relay
  /** Plain HTTP to a machine elsewhere */
  | { readonly kind: "unsafe-relay" }
  | { readonly kind: "no-relay" }
  | { readonly kind: "offline" }
  | { readonly kind: "relay-refused"; readonly refusal: string; readonly status: number }
  /** `unsent`: entries that were saved here and reach nobody any more; absent where there are none */
  | { readonly kind: "removed"; readonly unsent?: number }
  /** Entries written here under a role or circles that this member has no more: readable here, sent to nobody. */
  | { readonly kind: "set-aside"; readonly entries: number }
  | { readonly kind: "forked-history"; readonly size: number }
  | { readonly kind: "shrunken-history"; readonly had: number; readonly has: number }
  | { readonly kind: "cloned-device" }
  | { readonly kind: "bad-entry"; readonly position: number; readonly reason: string };
