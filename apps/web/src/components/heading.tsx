/** A page's heading. Takes the focus when the page opens, so that reading starts there, and the page stands at its top; the tab's title stays "Saksi". */

import { type ReactNode, useEffect, useRef } from "react";

export function Heading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
