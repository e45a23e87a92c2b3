/** Who holds this vault, for screens that greet or sign. */

import type { Profile } from "@saksi/vault/port";
import { createContext, useContext } from "react";

export const ProfileContext = createContext<Profile>({ name: "", organisation: "" });
export const useProfile = (): Profile => useContext(ProfileContext);
