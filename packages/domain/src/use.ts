/** What somebody wants to do with what people told: for what, for whom, how named, what of it, where. */

export interface Use {
  /** A code of `consent_purposes` */
  readonly purpose: string;
  /** A code of `consent_audiences` */
  readonly audience: string;
  /** A code of `identity_levels`, IL.0 to IL.6 */
  readonly identityLevel: string;
  /** A code of `territories` */
  readonly territory: string;
  /** Codes of `consent_content` */
  readonly content: readonly string[];
}

/** The three uses that people choose from; the levels behind them are those of the gate. */
export const useNames = ["anonymous", "pseudonym", "named"] as const;
export type UseName = (typeof useNames)[number];

const levels: Readonly<Record<UseName, string>> = { anonymous: "IL.1", pseudonym: "IL.2", named: "IL.5" };

/**
 * A use by its everyday name.
 *
 * @param where  territory: everywhere when not given, since a file travels; content: facts alone when not given
 */
export function useOf(
  name: UseName,
  where: {
    readonly purpose: string;
    readonly audience: string;
    readonly territory?: string;
    readonly content?: readonly string[];
  },
): Use {
  return {
    purpose: where.purpose,
    audience: where.audience,
    identityLevel: levels[name],
    territory: where.territory ?? "WORLD",
    content: where.content ?? ["CC.FACTS"],
  };
}

/** The place of a level in their order, 0 to 6; `undefined` for a level that this version does not know. */
export function identityOrder(level: string | undefined): number | undefined {
  const match = /^IL\.([0-6])$/.exec(level ?? "");
  return match ? Number(match[1]) : undefined;
}

const publicPurposes: readonly string[] = ["CP.PUBCASE", "CP.MEDIA", "CP.REPORT", "CP.TRAIN"];

/** Whether a use makes something public, by its audience or by its purpose. */
export const isPublication = (use: Use): boolean =>
  use.audience === "AU.PUBLIC" || publicPurposes.includes(use.purpose);
