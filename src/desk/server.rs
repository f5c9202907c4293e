//! The server: HTTP on loopback, one request at a time given to `routes` as a value.

use std::{
    convert::Infallible,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    thread,
    time::Duration,
};

use http_body_util::{BodyExt, Full, Limited, channel::Channel, combinators::BoxBody};
use hyper::{
    Response, StatusCode,
    body::{Bytes, Frame, Incoming},
    header::{CONTENT_LENGTH, HeaderName, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};

use super::{
    answer::{Answer, Request},
    guard::Guard,
    routes,
    snapshot::Desk,
    watch,
};

/// No request has a longer body: a segment with its text.
const LONGEST_BODY: usize = 1024 * 1024;
/// No request has longer headers.
const LONGEST_HEAD: usize = 64 * 1024;
/// How long somebody may take to say what they want.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often a page that listens is told that somebody is there.
const PULSE: Duration = Duration::from_secs(20);
/// Digits of the secret.
const SECRET_BYTES: usize = 24;

type Body = BoxBody<Bytes, Infallible>;

/// The address at which a desk is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(pub String);

/// Serves a desk on loopback until the process ends; `opened` is told the address. Port 0 is any.
///
/// # Errors
/// When the port is taken, or the system gives no random numbers.
pub fn serve(desk: Arc<Desk>, port: u16, opened: impl FnOnce(Address)) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        let guard = Arc::new(Guard::new(listener.local_addr()?.port(), secret()?));
        let watched = Arc::downgrade(&desk);
        // Before anybody is told of the desk: what they change from then on is seen.
        let seen = watch::look(&desk.state());
        thread::spawn(move || watch::watch(&watched, seen));
        opened(Address(guard.address()));
        loop {
            let (stream, _) = listener.accept().await?;
            tokio::spawn(connection(stream, Arc::clone(&desk), Arc::clone(&guard)));
        }
    })
}

fn secret() -> io::Result<String> {
    let mut bytes = [0; SECRET_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Answers what is asked on one connection. One that breaks off is nobody's concern.
async fn connection(stream: TcpStream, desk: Arc<Desk>, guard: Arc<Guard>) {
    let service = service_fn(move |request| {
        let (desk, guard) = (Arc::clone(&desk), Arc::clone(&guard));
        async move { Ok::<_, Infallible>(respond(request, desk, &guard).await) }
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(LONGEST_HEAD);
    let _ = builder.serve_connection(TokioIo::new(stream), service).await;
}

async fn respond(
    request: hyper::Request<Incoming>,
    desk: Arc<Desk>,
    guard: &Guard,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let header = |(name, value): (&HeaderName, &HeaderValue)| {
        Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
    };
    let headers = parts.headers.iter().filter_map(header).collect();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let mut request = Request::new(parts.method.as_str(), target, headers, Vec::new());
    // Before any of the body is read.
    if let Some(stopped) = guard.stops(&request) {
        return response(stopped);
    }
    if request.is_get() && request.path() == "/events" {
        let shown = request.query("shown").and_then(|number| number.parse().ok());
        return events(&desk, shown);
    }
    let announced = parts.headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let is_long = announced.and_then(|length| length.parse().ok()).unwrap_or(0) > LONGEST_BODY;
    if is_long {
        return response(Answer::new(413, "text/plain; charset=utf-8", ""));
    }
    match tokio::time::timeout(PATIENCE, Limited::new(body, LONGEST_BODY).collect()).await {
        Ok(Ok(body)) => request.body = body.to_bytes().to_vec(),
        _ => return response(Answer::new(413, "text/plain; charset=utf-8", "")),
    }
    let answered = tokio::task::spawn_blocking(move || routes::answer(&desk, &request)).await;
    response(answered.unwrap_or_else(|_| Answer::new(500, "text/plain; charset=utf-8", "")))
}

fn response(answer: Answer) -> Response<Body> {
    let mut response = Response::new(Full::new(Bytes::from(answer.body)).boxed());
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().append(HeaderName::from_static(name), value);
        }
    }
    response
}

/// A stream of events, one whenever something changed, and one at once where that was since the
/// change that the page has `shown`.
fn events(desk: &Arc<Desk>, shown: Option<u64>) -> Response<Body> {
    let (mut sender, channel) = Channel::<Bytes, Infallible>::new(1);
    let mut changes = desk.changes();
    tokio::spawn(async move {
        let now = *changes.borrow_and_update();
        let is_behind = shown.is_some_and(|shown| shown != now);
        let mut event =
            if is_behind { "retry: 1000\nevent: changed\ndata:\n\n" } else { "retry: 1000\n\n" };
        while sender.send(Frame::data(Bytes::from(event))).await.is_ok() {
            event = match tokio::time::timeout(PULSE, changes.changed()).await {
                Ok(Ok(())) => "event: changed\ndata:\n\n",
                Ok(Err(_)) => return,
                Err(_) => ": still here\n\n",
            };
        }
    });
    let mut answer = response(Answer::new(200, "text/event-stream", ""));
    *answer.body_mut() = channel.boxed();
    answer
}
