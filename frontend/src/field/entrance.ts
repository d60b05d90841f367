import { forgetVisitor, recallVisitor, rememberVisitor, type Visitor } from '../shared/visitor.ts';
import type { Api } from './api.ts';
import { leftBehind, openStore } from './store.ts';
import { type FieldState, Visiting } from './visiting.ts';

/** Whom the page belongs to at the moment. */
export type Door =
  | { readonly kind: 'opening' | 'unreachable' }
  | { readonly kind: 'signedOut'; readonly left: readonly { name: string; count: number }[] }
  | { readonly kind: 'open'; readonly visiting: Visiting; readonly state: FieldState };

/** Opens the page for who is signed in; without a network, for who was here last and has not signed out. */
export class Entrance {
  readonly #api: Api;
  readonly #onChange: (door: Door) => void;
  #visiting: Visiting | undefined;
  #entering: Promise<void> | undefined;

  constructor(api: Api, onChange: (door: Door) => void) {
    this.#api = api;
    this.#onChange = onChange;
  }

  /** Asks who is signed in; as often as one likes. */
  enter(): Promise<void> {
    this.#entering ??= this.#enter().finally(() => {
      this.#entering = undefined;
    });
    return this.#entering;
  }

  network(isThere: boolean): void {
    if (isThere) void this.enter();
    else this.#visiting?.unreachable();
  }

  async signOut(): Promise<void> {
    const reply = await this.#api.signOut();
    if (reply.kind === 'unreachable') return this.#visiting?.unreachable();
    forgetVisitor();
    await this.enter();
  }

  async #enter(): Promise<void> {
    const known = recallVisitor();
    if (known) await this.#open(known);
    const who = await this.#api.whoAmI();
    if (who.kind === 'done') {
      rememberVisitor(who.body);
      const visiting = await this.#open(who.body);
      await visiting.refresh();
    } else if (who.kind === 'unreachable') this.#wait();
    else if (known) this.#visiting?.signedOut();
    else await this.#close();
  }

  #wait(): void {
    if (this.#visiting) this.#visiting.unreachable();
    else this.#onChange({ kind: 'unreachable' });
  }

  async #close(): Promise<void> {
    this.#visiting?.close();
    this.#visiting = undefined;
    this.#onChange({ kind: 'signedOut', left: await leftBehind() });
  }

  async #open(visitor: Visitor): Promise<Visiting> {
    if (this.#visiting?.visitor.id === visitor.id) return this.#visiting;
    this.#visiting?.close();
    const visiting: Visiting = new Visiting({
      ...{ visitor: { id: visitor.id, name: visitor.name }, api: this.#api, nowMs: Date.now },
      store: await openStore(visitor),
      onChange: (state) => this.#onChange({ kind: 'open', visiting, state }),
      onEnded: () => void this.enter(),
    });
    this.#visiting = visiting;
    await visiting.open();
    return visiting;
  }
}
