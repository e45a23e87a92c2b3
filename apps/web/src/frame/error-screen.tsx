/** The top of the page, where our own mistakes end: says so plainly, and that what was saved is safe. */

import { Component, type ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { say } from "../words/say.ts";

/** A class because React asks for one to catch what a screen throws. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="outside">
        <h1>{say("broken.title")}</h1>
        <p>{say("broken.text")}</p>
        <div className="row">
          <Button kind="first" onClick={() => this.setState({ broken: false })}>
            {say("broken.again")}
          </Button>
          <Button onClick={() => location.reload()}>{say("broken.reload")}</Button>
        </div>
      </main>
    );
  }
}
