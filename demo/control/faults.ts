import { systemTime, type Cancel, type RealTime } from '../base/clock';
import { second } from '../base/instants';
import { Signal } from '../base/signal';
import type { EventHub } from '../events/eventHub';
import type { IdentityFaults } from '../identity/identityFaults';
import { requestFaultsOf, takeFaults, type FaultsRequest, type RequestFault } from './faultRules';

/** Owns what is going wrong at the moment, on purpose. Faults last in real time, whatever the platform's clock does. */
export class Faults {
  readonly wentAway = new Signal<undefined>();
  private requestFaults: readonly RequestFault[] = [];
  private away = false;
  private held = false;
  private cancelReturn: Cancel = () => undefined;

  constructor(
    private readonly events: EventHub,
    private readonly identity: IdentityFaults,
    private readonly realTime: RealTime = systemTime,
  ) {}

  get isAway(): boolean {
    return this.away;
  }

  set(request: FaultsRequest): void {
    if (request.clear) this.clear();
    this.requestFaults = [...this.requestFaults, ...requestFaultsOf(request)];
    if (request.holdEvents !== undefined) this.hold(request.holdEvents);
    if (request.forgetEventHistory) this.events.forgetHistory();
    if (request.cutEventStreams) this.events.cutAll();
    if (request.identity !== undefined) this.identity.set(request.identity);
    if (request.awaySeconds !== undefined) this.goAway(request.awaySeconds);
  }

  /** The faults that hit a request. */
  take(request: { readonly method: string; readonly path: string }): readonly RequestFault[] {
    const { hit, left } = takeFaults(this.requestFaults, request);
    this.requestFaults = left;
    return hit;
  }

  view() {
    return {
      requests: this.requestFaults,
      isAway: this.away,
      areEventsHeld: this.held,
      identity: this.identity.current,
    };
  }

  clear(): void {
    this.requestFaults = [];
    this.identity.set(null);
    this.comeBack();
    this.hold(false);
  }

  private hold(isHeld: boolean): void {
    this.held = isHeld;
    this.events.hold(isHeld);
  }

  private goAway(seconds: number | null): void {
    this.cancelReturn();
    this.away = true;
    this.wentAway.send(undefined);
    if (seconds === null) return;
    this.cancelReturn = this.realTime.after(seconds * second, () => {
      this.comeBack();
    });
  }

  private comeBack(): void {
    this.cancelReturn();
    this.away = false;
  }
}
