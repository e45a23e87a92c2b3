/** This device: what it keeps, how it locks, how it looks. */

import { Heading } from "../components/heading.tsx";
import { say } from "../words/say.ts";
import { About } from "./about.tsx";
import { BackupSection } from "./backup-section.tsx";
import { LookSection } from "./look-section.tsx";
import { PublishingSection } from "./publishing-section.tsx";
import { SafetySection } from "./safety-section.tsx";
import { StorageSection } from "./storage-section.tsx";

export function SettingsPage() {
  return (
    <>
      <Heading>{say("place.settings")}</Heading>
      <div className="settings">
        <SafetySection />
        <BackupSection />
        <StorageSection />
        <PublishingSection />
        <LookSection />
        <About />
      </div>
    </>
  );
}
